// Everything that the screen of organizations shows and does, in one place for its parts: the address, the rows, the active
// row, the selection, and the actions on them.
import { type RefObject, useCallback } from 'react';
import { useArrangement } from '@/components/grid/arrangement';
import type { GridHandle } from '@/components/grid/Grid';
import { everything, isSelected, NOTHING, toggleRow } from '@/components/grid/selection';
import { useFocusOnReturn } from '@/components/grid/useFocusOnReturn';
import { PAGE, useRows } from '@/components/grid/useRows';
import { useSelection } from '@/components/grid/useSelection';
import { useWalk } from '@/components/grid/useWalk';
import { useNarrow } from '@/features/contacts/useNarrow';
import type { OrganizationsQuery } from '@/ipc/bindings';
import { question, useAsk } from '@/ipc/call';
import { useListAddress } from './address';
import { KEY, USUAL } from './columns';
import { useDelete } from './useDelete';

export const organizationsPage = (query: OrganizationsQuery, page: number) =>
  question('organizations_page', { query, offset: page * PAGE, limit: PAGE });

export type OrganizationList = ReturnType<typeof useOrganizationList>;

export function useOrganizationList(grid: RefObject<GridHandle | null>) {
  const address = useListAddress();
  const arrangement = useArrangement(address, KEY, USUAL);
  const rows = useRows(address.query, organizationsPage);
  const selected = useSelection(rows);
  const isNarrow = useNarrow();
  const deleteOrganizations = useDelete();
  const { query, whole, panel, change, openWhole, closeWhole } = address;
  const { selection, select, count, forCore } = selected;
  const walk = useWalk(rows, address, grid, usePlaceOf);

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
    ...arrangement,
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

/** The place of the open organization in the list. */
function usePlaceOf(id: number | null, query: OrganizationsQuery, enabled: boolean): number | null {
  const asks = enabled && id !== null;
  const { data } = useAsk('organization_position', { query, id: id ?? 0 }, { enabled: asks });
  return asks ? (data?.index ?? null) : null;
}
