// Moving, resizing and hiding columns.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hidden, moved, resized } from './arrange';

const columns = ['name', 'phone', 'email', 'city'].map((id) => ({ id, width: null }));
const ids = (list: { id: string }[]) => list.map(({ id }) => id).join(' ');

it('moves a column before another, and to the end', () => {
  expect(ids(moved(columns, 3, 1))).toBe('name city phone email');
  expect(ids(moved(columns, 1, 3))).toBe('name email phone city');
  expect(ids(moved(columns, 1, 4))).toBe('name email city phone');
});

it('leaves the first column where it is and lets none pass it', () => {
  expect(moved(columns, 0, 3)).toBe(columns);
  expect(ids(moved(columns, 2, 0))).toBe('name email phone city');
});

it('keeps every column whatever is moved', () => {
  fc.assert(
    fc.property(fc.nat(5), fc.nat(6), (from, to) => {
      expect(
        ids(moved(columns, from, to))
          .split(' ')
          .sort(),
      ).toEqual(ids(columns).split(' ').sort());
    }),
  );
});

it('keeps widths within reason', () => {
  expect(resized(columns, 'phone', 3)[1]).toEqual({ id: 'phone', width: 48 });
  expect(resized(columns, 'phone', 9000)[1]).toEqual({ id: 'phone', width: 800 });
  expect(resized(columns, 'phone', null)[1]).toEqual({ id: 'phone', width: null });
});

it('hides any column but the first', () => {
  expect(ids(hidden(columns, 'email'))).toBe('name phone city');
  expect(ids(hidden(columns, 'name'))).toBe('name phone email city');
});
