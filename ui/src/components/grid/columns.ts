// The columns of a grid and where they stand: each as wide as somebody made it, or at least its own width and a share of
// what the others leave. Columns that don't fit the grid are reached by scrolling; the first one stays in sight.
import type { ReactNode } from 'react';

export type Column<Row> = {
  id: string;
  label: string;
  /** What the column takes at least, in pixels; and its share of what is left, 0 for none. */
  min: number;
  share: number;
  /** The width that it was given by hand. */
  width?: number | null;
  /** Whether the list can be sorted by it; true unless told. */
  sorts?: boolean;
  render: (row: Row) => ReactNode;
};

/** A column as it is kept: which one, and its width where it was given one. */
export type Arranged = { id: string; width: number | null };

export type Layout = { widths: number[]; starts: number[]; total: number };

/** The width of the column of boxes. */
export const BOX_WIDTH = 36;
const NARROWEST = 48;
const WIDEST = 800;

/** Columns drawn beyond those in view, so that a small scroll finds them drawn. */
const OVERSCAN = 160;

export function clampWidth(width: number): number {
  return Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
}

/** The widths of the columns in a grid of the given inner width; `resizing` is the one whose edge is being dragged. */
export function layoutOf<Row>(columns: Column<Row>[], inner: number, resizing: Arranged | null = null): Layout {
  const given = ({ id, width }: Column<Row>) => (resizing?.id === id ? resizing.width : (width ?? null));
  const taken = columns.reduce((sum, column) => sum + (given(column) ?? column.min), BOX_WIDTH);
  const shares = columns.reduce((sum, column) => sum + (given(column) === null ? column.share : 0), 0);
  const left = Math.max(0, inner - taken);
  const widths = columns.map(
    (column) => given(column) ?? column.min + (shares > 0 ? Math.floor((left * column.share) / shares) : 0),
  );
  const starts: number[] = [];
  let total = BOX_WIDTH;
  for (const width of widths) {
    starts.push(total);
    total += width;
  }
  return { widths, starts, total };
}

/** The positions of the columns to draw: the first, and those in view. */
export function drawnColumns({ widths, starts }: Layout, left: number, inner: number): number[] {
  return starts.flatMap((start, position) => {
    const isNear = start + (widths[position] ?? 0) > left - OVERSCAN && start < left + inner + OVERSCAN;
    return position === 0 || isNear ? [position] : [];
  });
}

/** How far to scroll sideways so that a column is in view beside the first one. */
export function leftShowing({ widths, starts }: Layout, left: number, inner: number, position: number): number {
  if (position === 0) return left;
  const start = starts[position] ?? 0;
  const end = start + (widths[position] ?? 0);
  const covered = BOX_WIDTH + (widths[0] ?? 0);
  if (start - covered < left) return start - covered;
  return end > left + inner ? Math.min(end - inner, start - covered) : left;
}

/** The tracks of the rows, as a style sheet writes them. */
export function tracks({ widths }: Layout): string {
  return [BOX_WIDTH, ...widths].map((width) => `${width}px`).join(' ');
}
