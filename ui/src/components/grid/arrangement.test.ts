// Columns as the address writes them.
import { expect, it } from 'vitest';
import { readColumns, written } from './arrangement';

it('reads what it writes', () => {
  const columns = [
    { id: 'name', width: 210 },
    { id: 'shoe_size', width: null },
  ];
  expect(written(columns)).toBe('name:210,shoe_size');
  expect(readColumns(written(columns))).toEqual(columns);
});

it('begins with the name and shows no column twice, whatever the address says', () => {
  expect(readColumns('city,:9,,name,city:4').map(({ id }) => id)).toEqual(['name', 'city']);
  expect(readColumns('')).toEqual([{ id: 'name', width: null }]);
});
