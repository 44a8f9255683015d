// The columns of a grid, and which of them fit its width.
import type { ReactNode } from 'react';

export type Column<Row> = {
  id: string;
  label: string;
  /** What the column takes at least, in pixels; and its share of what is left. */
  min: number;
  share: number;
  /** Columns with the highest number are left out first where there is no room. */
  dispensable: number;
  render: (row: Row) => ReactNode;
};

/** The width of the column of boxes. */
const BOX_WIDTH = 36;

/** The columns that there is room for, in their order. */
export function fitting<Row>(columns: Column<Row>[], width: number): Column<Row>[] {
  const taken = columns.reduce((sum, column) => sum + column.min, BOX_WIDTH);
  if (taken <= width || columns.length <= 1) return columns;
  const worst = columns.reduce((a, b) => (b.dispensable >= a.dispensable ? b : a));
  return fitting(
    columns.filter((column) => column !== worst),
    width,
  );
}

/** The tracks of the rows, as a style sheet writes them. */
export function tracks<Row>(columns: Column<Row>[]): string {
  return [
    `${BOX_WIDTH}px`,
    ...columns.map(({ min, share }) => (share ? `minmax(${min}px, ${share}fr)` : `${min}px`)),
  ].join(' ');
}
