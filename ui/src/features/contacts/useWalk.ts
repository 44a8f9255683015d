// Walking through the list: which row is active, and how the open profile and the active row follow each other.
import { type RefObject, useEffect, useState } from 'react';
import type { GridHandle } from '@/components/grid/Grid';
import type { ContactsQuery } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import type { useListAddress } from './address';
import type { Rows } from './useContactRows';

type Address = ReturnType<typeof useListAddress>;

/** The place of the open contact in the list, asked for only while the active row is another one. */
function usePlaceOf(id: number | null, query: ContactsQuery, enabled: boolean): number | null {
  const { data } = useAsk('contact_position', { query, id: id ?? 0 }, { enabled: enabled && id !== null });
  return enabled && id !== null ? (data?.index ?? null) : null;
}

export function useWalk(rows: Rows, address: Address, grid: RefObject<GridHandle | null>) {
  const [active, setActive] = useState<number | null>(null);
  const [pending, setPending] = useState<number | null>(null);
  const [query, setQuery] = useState(rows.query);
  const { whole, panel, change, openWhole } = address;
  const profile = whole ?? panel;

  if (query !== rows.query) {
    setQuery(rows.query);
    setActive(null);
    setPending(null);
  }
  if (active !== null && active >= rows.total && rows.ready) setActive(rows.total > 0 ? rows.total - 1 : null);

  const show = (id: number) => (whole === null ? change({ panel: id }) : openWhole(id));

  // Another list begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the query that scrolls
  useEffect(() => grid.current?.scrollToTop(), [rows.query]);

  // The profile was opened from elsewhere, or the list changed its order: the active row follows.
  const activeId = active === null ? undefined : rows.rowAt(active)?.id;
  const place = usePlaceOf(profile, rows.query, pending === null && activeId !== profile);
  useEffect(() => {
    if (place === null) return;
    setActive(place);
    grid.current?.showRow(place);
  }, [place, grid]);

  // A key led to a row that was not there yet: the profile follows once it is.
  const arrived = pending === null ? undefined : rows.rowAt(pending)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the arrival that opens the profile
  useEffect(() => {
    if (arrived === undefined) return;
    setPending(null);
    show(arrived);
  }, [arrived]);

  const move = (index: number, how: 'pointer' | 'key') => {
    setActive(index);
    grid.current?.showRow(index);
    if (how === 'key' && profile === null) return;
    const id = rows.rowAt(index)?.id;
    if (id === undefined) setPending(index);
    else show(id);
  };

  const step = (by: 1 | -1) => {
    const next = active === null ? null : active + by;
    return next !== null && next >= 0 && next < rows.total ? () => move(next, 'key') : null;
  };

  return { active, move, previous: step(-1), next: step(1) };
}
