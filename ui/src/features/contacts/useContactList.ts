// Everything that the list's screen shows and does, in one place for its parts: the address, the rows, the active row, the
// selection, and the actions on them.
import { type RefObject, useCallback } from 'react';
import { useArrangement } from '@/components/grid/arrangement';
import type { GridHandle } from '@/components/grid/Grid';
import { everything, isSelected, NOTHING, toggleRow } from '@/components/grid/selection';
import { useFocusOnReturn } from '@/components/grid/useFocusOnReturn';
import { useSelection } from '@/components/grid/useSelection';
import { useWalk } from '@/components/grid/useWalk';
import type { ContactsQuery } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { useListAddress } from './address';
import { KEY, USUAL } from './columns/arrangement';
import { useArchive } from './useArchive';
import { useContactRows } from './useContactRows';
import { useDelete } from './useDelete';
import { useNarrow } from './useNarrow';
import { EVERYTHING } from './views/content';

export type ContactList = ReturnType<typeof useContactList>;

export function useContactList(grid: RefObject<GridHandle | null>) {
  const address = useListAddress();
  const arrangement = useArrangement(address, KEY, USUAL);
  const rows = useContactRows(address.query, arrangement.arranged);
  const walk = useWalk(rows, address, grid, usePlaceOf);
  const selected = useSelection(rows);
  const isNarrow = useNarrow();
  const deleteContacts = useDelete();
  const archiveContacts = useArchive();
  const { query, whole, panel, change, openWhole, closeWhole } = address;
  const { selection, select, count, forCore } = selected;

  const isArchive = query.place === 'archive';
  const isFiltered =
    query.search.trim() !== '' || query.group !== null || query.batch !== null || query.filter !== '' || isArchive;
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
    if (await deleteContacts(forCore())) select(NOTHING);
  };

  const deleteOne = useCallback(
    async (id: number) => {
      const done = await deleteContacts({ kind: 'ids', ids: [id] });
      if (!done) return;
      if (whole === id) closeWhole();
      if (panel === id) change({ panel: null });
    },
    [deleteContacts, whole, panel, closeWhole, change],
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
    ...arrangement,
    ...selected,
    rows,
    walk,
    isFiltered,
    /** Shows contacts that were put aside. */
    isArchive,
    /** Not one contact in the whole workspace. */
    isEmpty: isSettled && rows.total === 0 && !isFiltered,
    /** The profile stands in the place of the list. */
    isCovered,
    idAt,
    focus,
    closeProfile,
    openAt,
    deleteOne,
    deleteRow,
    deleteSelected: () => void deleteSelected(),
    /** Puts the selection aside, or brings it back from there. */
    archiveSelected: () => void archiveContacts(forCore(), isArchive),
    sortBy,
    selectAll: () => select(everything(rows.total)),
    clearSelection: () => select(NOTHING),
    toggle: (index: number) => select(toggleRow(selection, index, idAt(index))),
    selectOnly: (index: number) => select(toggleRow(NOTHING, index, idAt(index))),
    isSelectedAt: (index: number) => isSelected(selection, index, idAt(index)),
    search: (q: string) => change({ q }),
    showAll: () => change(EVERYTHING),
    hasSelection: count > 0,
  };
}

/** The place of the open contact in the list. */
function usePlaceOf(id: number | null, query: ContactsQuery, enabled: boolean): number | null {
  const asks = enabled && id !== null;
  const { data } = useAsk('contact_position', { query, id: id ?? 0 }, { enabled: asks });
  return asks ? (data?.index ?? null) : null;
}
