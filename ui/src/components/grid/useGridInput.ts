// The pointer and the keyboard on a grid, turned into moving, selecting, opening and deleting. One listener on the grid
// serves all rows; which row is meant stands in the row's data-index.
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { Point } from './Grid';
import { type Bounds, placeAfter } from './movement';
import { everything, extendTo, type RowSelection, toggleRow } from './selection';

type GridInput = {
  total: number;
  rowAt: (index: number) => { id: number } | undefined;
  selection: RowSelection;
  onSelection: (selection: RowSelection) => void;
  active: number | null;
  onActive: (index: number, how: 'pointer' | 'key') => void;
  onOpen: (index: number) => void;
  onDelete: (index: number | null) => void;
  onMenu: (index: number, at: Point) => void;
  cell: number | null;
  setCell: (cell: number | null) => void;
  showRow: (index: number) => void;
  scroller: RefObject<HTMLElement | null>;
  bounds: Bounds;
};

type Hit = { index: number; onBox: boolean; onActions: boolean };

/** The row under the pointer. */
function hitOf(target: EventTarget): Hit | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>('[data-index]');
  if (!row) return null;
  return {
    index: Number(row.dataset.index),
    onBox: target.closest('[data-box]') !== null,
    onActions: target.closest('[data-actions]') !== null,
  };
}

function menuPoint(grid: HTMLElement | null, index: number): Point {
  const row = grid?.querySelector(`[data-index="${index}"]`) ?? grid;
  const box = row?.getBoundingClientRect();
  return { x: (box?.left ?? 0) + 48, y: box?.bottom ?? 0 };
}

export function useGridInput(grid: GridInput) {
  const { selection, onSelection, active, rowAt } = grid;

  const toggle = (index: number) => onSelection(toggleRow(selection, index, rowAt(index)?.id));
  const extend = (index: number, more: boolean) => onSelection(extendTo(selection, active ?? index, index, more));

  const onClick = (event: MouseEvent) => {
    const hit = hitOf(event.target);
    if (!hit || hit.onActions) return;
    grid.setCell(null);
    const more = event.ctrlKey || event.metaKey;
    if (event.shiftKey) extend(hit.index, more);
    else if (hit.onBox || more) toggle(hit.index);
    else grid.onActive(hit.index, 'pointer');
  };

  const onDoubleClick = (event: MouseEvent) => {
    const hit = hitOf(event.target);
    if (hit && !hit.onBox && !hit.onActions) grid.onOpen(hit.index);
  };

  const onContextMenu = (event: MouseEvent) => {
    const hit = hitOf(event.target);
    if (!hit) return;
    event.preventDefault();
    grid.onMenu(hit.index, { x: event.clientX, y: event.clientY });
  };

  // Shift and a press on text would select text in spite of everything.
  const onMouseDown = (event: MouseEvent) => {
    if (event.shiftKey) event.preventDefault();
  };

  const move = (event: KeyboardEvent): boolean => {
    const place = placeAfter(event, { row: active, cell: grid.cell }, grid.bounds);
    if (!place || place.row === null) return false;
    grid.setCell(place.cell);
    if (event.shiftKey && place.row !== active) extend(place.row, false);
    if (place.row !== active) grid.onActive(place.row, 'key');
    grid.showRow(place.row);
    return true;
  };

  const act = (event: KeyboardEvent): boolean => {
    const mod = event.ctrlKey || event.metaKey;
    if (mod && event.key.toLowerCase() === 'a') {
      onSelection(everything(grid.total));
      return true;
    }
    if (event.key === 'Delete' || (event.key === 'Backspace' && mod)) {
      grid.onDelete(active);
      return true;
    }
    if (active === null) return false;
    if (event.key === ' ') event.shiftKey ? extend(active, mod) : toggle(active);
    else if (event.key === 'Enter') grid.onOpen(active);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))
      grid.onMenu(active, menuPoint(grid.scroller.current, active));
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // The head's own buttons keep their keys.
    if (event.target !== event.currentTarget) return;
    if (act(event) || move(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  return { onClick, onDoubleClick, onContextMenu, onMouseDown, onKeyDown };
}
