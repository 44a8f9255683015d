// Changes to the arrangement of the columns: moved, resized, hidden, back to their own width. The first column stays where it
// is, since it says whose row it is.
import { type Arranged, clampWidth } from './columns';

export const arranged = (columns: { id: string; width?: number | null }[]): Arranged[] =>
  columns.map(({ id, width }) => ({ id, width: width ?? null }));

/** Moves a column so that it stands before the one that is now at `to`; the first place is never given away. */
export function moved(columns: Arranged[], from: number, to: number): Arranged[] {
  const column = columns[from];
  const place = Math.min(Math.max(to, 1), columns.length);
  if (!column || from === 0 || place === from || place === from + 1) return columns;
  const others = columns.filter((_, position) => position !== from);
  const at = place > from ? place - 1 : place;
  return [...others.slice(0, at), column, ...others.slice(at)];
}

export function resized(columns: Arranged[], id: string, width: number | null): Arranged[] {
  return columns.map((column) =>
    column.id === id ? { id, width: width === null ? null : clampWidth(width) } : column,
  );
}

export function hidden(columns: Arranged[], id: string): Arranged[] {
  return columns.filter((column, position) => position === 0 || column.id !== id);
}
