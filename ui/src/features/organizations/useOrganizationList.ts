// Everything that the screen of organizations shows and does, in one place for its parts: the address, the rows, the active
// row, the selection, and the actions on them.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { GridHandle } from '@/components/grid/Grid';
import { everything, isSelected, NOTHING, toggleRow } from '@/components/grid/selection';
import { PAGE, type RowsOf, useRows } from '@/components/grid/useRows';
import { useNarrow } from '@/features/contacts/useNarrow';
import type { OrganizationRow, OrganizationsQuery } from '@/ipc/bindings';
import { question, useAsk } from '@/ipc/call';
import { useListAddress } from './address';
import { useDelete } from './useDelete';
import { useSelection } from './useSelection';

export const organizationsPage = (query: OrganizationsQuery, page: number) =>
  question('organizations_page', { query, offset: page * PAGE, limit: PAGE });

export type Rows = RowsOf<OrganizationsQuery, OrganizationRow>;
export type OrganizationList = ReturnType<typeof useOrganizationList>;

export function useOrganizationList(grid: RefObject<GridHandle | null>) {
  const address = useListAddress();
  const rows = useRows(address.query, organizationsPage);
  const selected = useSelection(rows);
  const isNarrow = useNarrow();
  const deleteOrganizations = useDelete();
  const { query, whole, panel, change, openWhole, closeWhole } = address;
  const { selection, select, count, forCore } = selected;
  const walk = useWalk(rows, address, grid);

  const isFiltered = query.search.trim() !== '' || query.kind !== null || query.trash;
  const isSettled = rows.ready && rows.query === query;
  const idAt = (index: number) => rows.rowAt(index)?.id;
  const focus = () => grid.current?.focus();
  const isCovered = whole !== null || (panel !== null && isNarrow);
  useFocusOnReturn(isCovered, grid);

  const closeProfile = () => {
    if (whole !== null) closeWhole();
    else change({ panel: null });
    focus();
  };

  const openAt = (index: number) => {
    const id = idAt(index);
    if (id !== undefined) openWhole(id);
  };

  const deleteSelected = async () => {
    if (await deleteOrganizations(forCore())) select(NOTHING);
  };

  const deleteOne = useCallback(
    async (id: number) => {
      const done = await deleteOrganizations({ kind: 'ids', ids: [id] });
      if (!done) return;
      if (whole === id) closeWhole();
      if (panel === id) change({ panel: null });
    },
    [deleteOrganizations, whole, panel, closeWhole, change],
  );

  /** Deletes the row, or the whole selection where the row is part of it. */
  const deleteRow = (index: number) => {
    const id = idAt(index);
    if (isSelected(selection, index, id)) void deleteSelected();
    else if (id !== undefined) void deleteOne(id);
  };

  const sortBy = (column: string, wanted?: boolean) => {
    const descending = wanted ?? (query.sort.field === column && !query.sort.descending);
    change({ sort: column === 'name' ? '' : column, desc: descending });
  };

  return {
    ...address,
    ...selected,
    rows,
    walk,
    isFiltered,
    /** Not one organization in the whole workspace. */
    isEmpty: isSettled && rows.total === 0 && !isFiltered,
    /** The profile stands in the place of the list. */
    isCovered,
    focus,
    closeProfile,
    openAt,
    deleteOne,
    deleteRow,
    deleteSelected: () => void deleteSelected(),
    sortBy,
    selectAll: () => select(everything(rows.total)),
    clearSelection: () => select(NOTHING),
    toggle: (index: number) => select(toggleRow(selection, index, idAt(index))),
    isSelectedAt: (index: number) => isSelected(selection, index, idAt(index)),
    search: (q: string) => change({ q }),
    showAll: () => change({ q: '', kind: null, trash: false }),
    hasSelection: count > 0,
  };
}

/** Gives the keyboard back to the list once the profile no longer stands in its place. */
function useFocusOnReturn(isCovered: boolean, grid: RefObject<GridHandle | null>): void {
  const was = useRef(isCovered);
  useEffect(() => {
    if (was.current && !isCovered) grid.current?.focus();
    was.current = isCovered;
  }, [isCovered, grid]);
}

/** Which row is active, and how the open profile and the active row follow each other. */
function useWalk(rows: Rows, address: ReturnType<typeof useListAddress>, grid: RefObject<GridHandle | null>) {
  const [active, setActive] = useState<number | null>(null);
  const [query, setQuery] = useState(rows.query);
  const { whole, panel, change, openWhole } = address;
  const profile = whole ?? panel;

  if (query !== rows.query) {
    setQuery(rows.query);
    setActive(null);
  }
  if (active !== null && active >= rows.total && rows.ready) setActive(rows.total > 0 ? rows.total - 1 : null);

  // Another list begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the query that scrolls
  useEffect(() => grid.current?.scrollToTop(), [rows.query]);

  // The profile was opened from elsewhere, or the list changed its order: the active row follows.
  const activeId = active === null ? undefined : rows.rowAt(active)?.id;
  const isAstray = profile !== null && activeId !== profile;
  const { data } = useAsk('organization_position', { query: rows.query, id: profile ?? 0 }, { enabled: isAstray });
  const place = isAstray ? (data?.index ?? null) : null;
  useEffect(() => {
    if (place === null) return;
    setActive(place);
    grid.current?.showRow(place);
  }, [place, grid]);

  const move = (index: number, how: 'pointer' | 'key') => {
    setActive(index);
    grid.current?.showRow(index);
    const id = rows.rowAt(index)?.id;
    if (id === undefined || (how === 'key' && profile === null)) return;
    if (whole === null) change({ panel: id });
    else openWhole(id);
  };

  const step = (by: 1 | -1) => {
    const next = active === null ? null : active + by;
    return next !== null && next >= 0 && next < rows.total ? () => move(next, 'key') : null;
  };

  return { active, move, previous: step(-1), next: step(1) };
}
