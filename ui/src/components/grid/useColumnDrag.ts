// Dragging the heads of columns: by the head to another place, by its edge to another width. A press that doesn't move is no
// drag, and Escape gives it up.
import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Arranged } from './columns';

const STARTS_AT = 5;

type Drag = { position: number; from: number; moving: boolean };

type Options = {
  rtl: boolean;
  /** A column was dropped before the one at `to`. */
  onMove: (from: number, to: number) => void;
  onResizing: (resizing: Arranged | null) => void;
  onResize: (id: string, width: number) => void;
};

/** The place between the heads that is nearest to the pointer: the position of the head that would follow. */
function placeAt(row: Element, x: number, rtl: boolean): number {
  const heads = [...row.querySelectorAll<HTMLElement>('[data-head]')];
  const before = heads.filter((head) => {
    const { left, width } = head.getBoundingClientRect();
    return rtl ? x < left + width / 2 : x > left + width / 2;
  });
  return before.length;
}

/** Follows a pointer from here on, wherever it goes, until it is lifted or Escape is pressed. */
function follow(onMove: (x: number) => void, onEnd: (x: number | null) => void): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const end = (x: number | null) => {
    controller.abort();
    onEnd(x);
  };
  window.addEventListener('pointermove', (event) => onMove(event.clientX), { signal });
  window.addEventListener('pointerup', (event) => end(event.clientX), { signal });
  window.addEventListener('pointercancel', () => end(null), { signal });
  window.addEventListener('keydown', (event) => event.key === 'Escape' && end(null), { signal, capture: true });
  return () => controller.abort();
}

export function useColumnDrag({ rtl, onMove, onResizing, onResize }: Options) {
  const [target, setTarget] = useState<number | null>(null);
  const stop = useRef<() => void>(() => {});
  // The click that ends a drag is none.
  const dragged = useRef(false);
  useEffect(() => () => stop.current(), []);

  const startMove = useCallback(
    (event: PointerEvent<HTMLElement>, position: number) => {
      const row = event.currentTarget.closest('[role="row"]');
      dragged.current = false;
      if (event.button !== 0 || position === 0 || !row) return;
      const drag: Drag = { position, from: event.clientX, moving: false };
      const to = (x: number) => Math.max(1, placeAt(row, x, rtl));
      stop.current = follow(
        (x) => {
          drag.moving ||= Math.abs(x - drag.from) > STARTS_AT;
          if (drag.moving) setTarget(to(x));
        },
        (x) => {
          setTarget(null);
          dragged.current = drag.moving;
          if (drag.moving && x !== null) onMove(position, to(x));
        },
      );
    },
    [rtl, onMove],
  );

  const startResize = useCallback(
    (event: PointerEvent<HTMLElement>, id: string, width: number) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      const start = event.clientX;
      const widthAt = (x: number) => width + (x - start) * (rtl ? -1 : 1);
      stop.current = follow(
        (x) => onResizing({ id, width: widthAt(x) }),
        (x) => {
          onResizing(null);
          if (x !== null && x !== start) onResize(id, widthAt(x));
        },
      );
    },
    [rtl, onResizing, onResize],
  );

  /** Whether the click that just came ended a drag. */
  const endedDrag = useCallback(() => {
    const was = dragged.current;
    dragged.current = false;
    return was;
  }, []);

  return { target, startMove, startResize, endedDrag };
}
