// The selection of a list: which rows, how many, and as the core resolves it. It belongs to one query; when the list changes
// under it, what was chosen is kept where that is possible (selection.ts).
import { useCallback, useState } from 'react';
import { afterChange, NOTHING, type RowSelection, sizeOf } from './selection';
import type { RowsOf } from './useRows';

type Held<Query, Row> = { rows: RowSelection; of: RowsOf<Query, Row> };

/** Chosen rows by id, or as ranges of the list that was seen. */
export type Chosen<Query> =
  | { kind: 'ids'; ids: number[] }
  | { kind: 'ranges'; query: Query; generation: number; ranges: [number, number][] };

/** Another search or filter is another list; another order of the same list is not. */
const whatOf = (query: object) => JSON.stringify({ ...query, sort: null });

function carriedOver<Query extends object, Row extends { id: number }>(
  { rows, of }: Held<Query, Row>,
  to: RowsOf<Query, Row>,
): RowSelection {
  if (whatOf(of.query) !== whatOf(to.query)) return NOTHING;
  return afterChange(rows, (index) => of.rowAt(index)?.id);
}

export function useSelection<Query extends object, Row extends { id: number }>(rows: RowsOf<Query, Row>) {
  const [held, setHeld] = useState<Held<Query, Row>>({ rows: NOTHING, of: rows });
  const isCurrent = held.of.query === rows.query && held.of.generation === rows.generation;
  const selection = isCurrent ? held.rows : carriedOver(held, rows);
  if (held.of !== rows) setHeld({ rows: selection, of: rows });

  const select = useCallback((next: RowSelection) => setHeld((old) => ({ ...old, rows: next })), []);

  const forCore = (): Chosen<Query> => {
    if (selection.kind === 'ids') return { kind: 'ids', ids: [...selection.ids] };
    const ranges = selection.ranges.map(([from, to]): [number, number] => [from, to]);
    return { kind: 'ranges', query: rows.query, generation: rows.generation, ranges };
  };

  return { selection, select, count: sizeOf(selection), forCore };
}
