// Scrolling a list of any length: measures the scrolling element and keeps the position in virtual pixels (see scroll.ts).
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { clampVirtual, isScaled, type Track, toPhysical, topShowing, toVirtual } from './scroll';

type Size = { width: number; height: number };

/** The inner size of an element, followed as it changes. */
function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = () =>
      setSize((old) =>
        old.width === target.clientWidth && old.height === target.clientHeight
          ? old
          : { width: target.clientWidth, height: target.clientHeight },
      );
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

const LINE = 1;

function pixels(event: WheelEvent, rowHeight: number): number {
  return event.deltaMode === LINE ? event.deltaY * rowHeight : event.deltaY;
}

type Options = { total: number; rowHeight: number; headHeight: number };

export function useVirtualScroll(scroller: RefObject<HTMLElement | null>, { total, rowHeight, headHeight }: Options) {
  const size = useSize(scroller);
  const track: Track = { total, rowHeight, viewport: Math.max(0, size.height - headHeight) };
  const [position, setPosition] = useState(0);
  const top = clampVirtual(track, position);
  const latest = useRef({ track, top });
  // What this code scrolled to itself. The browser rounds it, so the event that follows must not be read back.
  const expected = useRef<number | null>(null);

  useLayoutEffect(() => {
    latest.current = { track, top };
  });

  const scrollTo = useCallback(
    (wanted: number) => {
      const next = clampVirtual(latest.current.track, wanted);
      latest.current.top = next;
      setPosition(next);
      const element = scroller.current;
      if (!element) return;
      expected.current = toPhysical(latest.current.track, next);
      element.scrollTop = expected.current;
    },
    [scroller],
  );

  const onScroll = useCallback(() => {
    const physical = scroller.current?.scrollTop ?? 0;
    const own = expected.current !== null && Math.abs(physical - expected.current) < 1.5;
    if (own) return;
    expected.current = null;
    setPosition(toVirtual(latest.current.track, physical));
  }, [scroller]);

  const showRow = useCallback(
    (index: number) => {
      const { track: now, top: from } = latest.current;
      const next = topShowing(now, from, index);
      if (next !== from) scrollTo(next);
    },
    [scrollTo],
  );

  // Where the scroll bar is scaled, a turn of the wheel would skip rows: it moves the list by its own pixels instead.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      const { track: now, top: from } = latest.current;
      if (!isScaled(now) || event.ctrlKey || Math.abs(event.deltaY) <= Math.abs(event.deltaX)) return;
      event.preventDefault();
      scrollTo(from + pixels(event, now.rowHeight));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [scroller, scrollTo]);

  return { track, top, width: size.width, onScroll, scrollTo, showRow };
}
