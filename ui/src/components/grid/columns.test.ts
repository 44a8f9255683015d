// Columns give way one after the other as the grid narrows.
import { expect, it } from 'vitest';
import { type Column, fitting, tracks } from './columns';

const column = (id: string, min: number, dispensable: number, share = 1): Column<unknown> => ({
  id,
  label: id,
  min,
  share,
  dispensable,
  render: () => null,
});
const columns = [
  column('name', 100, 0),
  column('phone', 100, 1),
  column('groups', 100, 2),
  column('created', 80, 3, 0),
];
const names = (width: number) => fitting(columns, width).map(({ id }) => id);

it('shows all where there is room, and the least dispensable where there is not', () => {
  expect(names(416)).toEqual(['name', 'phone', 'groups', 'created']);
  expect(names(415)).toEqual(['name', 'phone', 'groups']);
  expect(names(300)).toEqual(['name', 'phone']);
  expect(names(10)).toEqual(['name']);
});

it('gives what is left to the columns that take a share', () => {
  expect(tracks(columns)).toBe('36px minmax(100px, 1fr) minmax(100px, 1fr) minmax(100px, 1fr) 80px');
});
