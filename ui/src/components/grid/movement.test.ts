// What the arrow keys and their relatives lead to.
import { describe, expect, it } from 'vitest';
import { type Place, placeAfter } from './movement';

const bounds = { rows: 100, cells: 6, page: 20, rtl: false };
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });
const row = (index: number | null): Place => ({ row: index, cell: null });

describe('moving by key', () => {
  it.each([
    ['ArrowDown', null, 0],
    ['ArrowDown', 4, 5],
    ['ArrowDown', 99, 99],
    ['ArrowUp', null, 99],
    ['ArrowUp', 4, 3],
    ['ArrowUp', 0, 0],
    ['PageDown', 4, 24],
    ['PageDown', 95, 99],
    ['PageUp', 24, 4],
    ['PageUp', 4, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
  ])('%s from row %s leads to row %s', (key, from, to) => {
    expect(placeAfter(press(key), row(from), bounds)).toEqual(row(to));
  });

  it('enters the cells sideways and leaves them where it entered', () => {
    const first = placeAfter(press('ArrowRight'), row(3), bounds);
    expect(first).toEqual({ row: 3, cell: 0 });
    expect(placeAfter(press('ArrowLeft'), first as Place, bounds)).toEqual(row(3));
  });

  it('mirrors sideways from right to left', () => {
    expect(placeAfter(press('ArrowLeft'), row(3), { ...bounds, rtl: true })).toEqual({ row: 3, cell: 0 });
  });

  it('reaches the ends of a row among the cells, and the ends of the list with Control', () => {
    const cell = { row: 7, cell: 2 };
    expect(placeAfter(press('End'), cell, bounds)).toEqual({ row: 7, cell: 5 });
    expect(placeAfter(press('End', true), cell, bounds)).toEqual({ row: 99, cell: 2 });
  });

  it('stays where it is in an empty list and at other keys', () => {
    expect(placeAfter(press('ArrowDown'), row(null), { ...bounds, rows: 0 })).toBeNull();
    expect(placeAfter(press('x'), row(3), bounds)).toBeNull();
  });
});
