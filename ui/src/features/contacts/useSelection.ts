// The selection of the list: which rows, how many, and as the core resolves it. It belongs to one query; when the list
// changes under it, what was chosen is kept where that is possible (components/grid/selection.ts).
import { useCallback, useState } from 'react';
import { afterChange, NOTHING, type RowSelection, sizeOf } from '@/components/grid/selection';
import type { ContactsQuery, Selection } from '@/ipc/bindings';
import type { Rows } from './useContactRows';

type Held = { rows: RowSelection; of: Rows };

const sameList = (a: Rows, b: Rows) => a.query === b.query && a.generation === b.generation;

/** Another search or filter is another list; another order of the same list is not. */
function sameContacts(a: ContactsQuery, b: ContactsQuery): boolean {
  return (
    a.search === b.search && a.group === b.group && a.batch === b.batch && a.filter === b.filter && a.place === b.place
  );
}

function carriedOver({ rows, of }: Held, to: Rows): RowSelection {
  if (!sameContacts(of.query, to.query)) return NOTHING;
  return afterChange(rows, (index) => of.rowAt(index)?.id);
}

export function useSelection(rows: Rows) {
  const [held, setHeld] = useState<Held>({ rows: NOTHING, of: rows });
  const isCurrent = sameList(held.of, rows);
  const selection = isCurrent ? held.rows : carriedOver(held, rows);
  if (held.of !== rows) setHeld({ rows: selection, of: rows });

  const select = useCallback((next: RowSelection) => setHeld((old) => ({ ...old, rows: next })), []);

  const forCore = (): Selection => {
    if (selection.kind === 'ids') return { kind: 'ids', ids: [...selection.ids] };
    const ranges = selection.ranges.map(([from, to]): [number, number] => [from, to]);
    return { kind: 'ranges', query: rows.query, generation: rows.generation, ranges };
  };

  return { selection, select, count: sizeOf(selection), forCore };
}
