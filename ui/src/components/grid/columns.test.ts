// Where columns stand, which of them are drawn, and how far to scroll to one.
import { expect, it } from 'vitest';
import { BOX_WIDTH, type Column, drawnColumns, layoutOf, leftShowing, tracks } from './columns';

const column = (id: string, min: number, share: number, width: number | null = null): Column<unknown> => ({
  id,
  label: id,
  min,
  share,
  width,
  render: () => null,
});
const columns = [column('name', 100, 1), column('phone', 100, 1), column('created', 80, 0)];
const many = [column('name', 100, 1), ...Array.from({ length: 60 }, (_, index) => column(`f${index}`, 120, 1))];

it('shares what is left among the columns that take a share', () => {
  expect(tracks(layoutOf(columns, 516))).toBe('36px 200px 200px 80px');
  expect(layoutOf(columns, 516).total).toBe(516);
});

it('never makes a column narrower than it has to be', () => {
  expect(layoutOf(columns, 10)).toMatchObject({ widths: [100, 100, 80], total: BOX_WIDTH + 280 });
});

it('leaves a width that was given by hand alone', () => {
  const given = [column('name', 100, 1, 300), ...columns.slice(1)];
  expect(layoutOf(given, 716).widths).toEqual([300, 300, 80]);
  expect(layoutOf(given, 716, { id: 'phone', width: 60 }).widths).toEqual([300, 60, 80]);
});

it('draws of sixty columns those in view and the first', () => {
  const layout = layoutOf(many, 800);
  const drawn = drawnColumns(layout, 3000, 800);
  expect(drawn[0]).toBe(0);
  expect(drawn.length).toBeLessThan(12);
  for (const [position, start] of layout.starts.entries()) {
    if (start + 120 > 3000 && start < 3800) expect(drawn).toContain(position);
  }
});

it('scrolls to a column without hiding it behind the first', () => {
  const layout = layoutOf(many, 800);
  const covered = BOX_WIDTH + 100;
  expect(leftShowing(layout, 3000, 800, 2)).toBe((layout.starts[2] ?? 0) - covered);
  expect(leftShowing(layout, 0, 800, 60)).toBe(layout.total - 800);
  expect(leftShowing(layout, 3000, 800, 0)).toBe(3000);
});
