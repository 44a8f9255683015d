// Walking through a list: which row is active, and how the open profile and the active row follow each other.
import { type RefObject, useEffect, useState } from 'react';
import type { GridHandle } from './Grid';
import type { RowsOf } from './useRows';

/** Which profile is open, whole or as a panel, and the ways to open one. */
type Address = {
  whole: number | null;
  panel: number | null;
  change: (change: { panel: number }) => void;
  openWhole: (id: number) => void;
};

/** Asks for the place of the open row in the list; only while the active row is another one. */
export type UsePlace<Query> = (id: number | null, query: Query, enabled: boolean) => number | null;

export function useWalk<Query, Row extends { id: number }>(
  rows: RowsOf<Query, Row>,
  address: Address,
  grid: RefObject<GridHandle | null>,
  usePlaceOf: UsePlace<Query>,
) {
  const [active, setActive] = useState<number | null>(null);
  const [pending, setPending] = useState<number | null>(null);
  const [isAtTop, setAtTop] = useState(false);
  const [query, setQuery] = useState(rows.query);
  const { whole, panel, change, openWhole } = address;
  const profile = whole ?? panel;

  if (query !== rows.query) {
    setQuery(rows.query);
    setActive(isAtTop ? 0 : null);
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
    setAtTop(false);
    setActive(index);
    grid.current?.showRow(index);
    if (how === 'key' && profile === null) return;
    const id = rows.rowAt(index)?.id;
    if (id === undefined) setPending(index);
    else show(id);
  };

  // From the search to the first of what it finds, also where that is still to come.
  const enter = () => {
    grid.current?.focus();
    setAtTop(true);
    if (active === null && rows.total > 0) setActive(0);
  };

  const step = (by: 1 | -1) => {
    const next = active === null ? null : active + by;
    return next !== null && next >= 0 && next < rows.total ? () => move(next, 'key') : null;
  };

  return { active, move, enter, previous: step(-1), next: step(1) };
}
