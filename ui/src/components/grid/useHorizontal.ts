// Scrolling a grid sideways: how far it is scrolled from its start, in either direction of writing.
import { type RefObject, useCallback, useState } from 'react';

/** Redrawing for every pixel would be waste: columns come and go in steps. */
const STEP = 40;

export function useHorizontal(scroller: RefObject<HTMLElement | null>) {
  const [left, setLeft] = useState(0);

  // From right to left browsers count below zero.
  const onScroll = useCallback(() => {
    const now = Math.abs(scroller.current?.scrollLeft ?? 0);
    setLeft(now === 0 ? 0 : Math.max(1, Math.floor(now / STEP) * STEP));
  }, [scroller]);

  const scrollTo = useCallback(
    (wanted: number) => {
      const element = scroller.current;
      if (!element) return;
      const sign = getComputedStyle(element).direction === 'rtl' ? -1 : 1;
      element.scrollLeft = sign * Math.max(0, wanted);
    },
    [scroller],
  );

  return { left, onScroll, scrollTo };
}
