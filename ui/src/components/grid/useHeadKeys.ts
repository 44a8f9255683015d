// The keyboard on the heads of columns, which are one stop of Tab: arrows go from head to head, with Shift they resize, with
// Control and Shift they move the column; Down or the menu key opens the column's menu.
import { type KeyboardEvent, useState } from 'react';

const RESIZE_BY = 16;

type Options = {
  count: number;
  rtl: boolean;
  onMove: ((from: number, to: number) => void) | null;
  onWiden: ((position: number, by: number) => void) | null;
  onMenu: (position: number, at: Element) => void;
};

function headAt(row: Element | null, position: number): HTMLElement | null {
  return row?.querySelector<HTMLElement>(`[data-head="${position}"] button`) ?? null;
}

export function useHeadKeys({ count, rtl, onMove, onWiden, onMenu }: Options) {
  const [current, setCurrent] = useState(0);
  const stop = Math.min(current, count - 1);

  const go = (event: KeyboardEvent, to: number) => {
    const next = Math.min(Math.max(to, 0), count - 1);
    setCurrent(next);
    headAt(event.currentTarget.closest('[role="row"]'), next)?.focus();
  };

  const sideways = (event: KeyboardEvent, position: number, by: 1 | -1) => {
    const isMove = event.shiftKey && (event.ctrlKey || event.metaKey);
    if (isMove) {
      if (!onMove || position === 0 || position + by < 1 || position + by >= count) return;
      onMove(position, by > 0 ? position + 2 : position - 1);
      setCurrent(position + by);
    } else if (event.shiftKey) onWiden?.(position, by * RESIZE_BY);
    else go(event, position + by);
  };

  const onKeyDown = (event: KeyboardEvent, position: number) => {
    const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      sideways(event, position, event.key === forward ? 1 : -1);
    } else if (event.key === 'Home') go(event, 0);
    else if (event.key === 'End') go(event, count - 1);
    else if (event.key === 'ArrowDown' || event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))
      onMenu(position, event.currentTarget);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return { stop, setCurrent, onKeyDown };
}
