// Everything that the screen of organizations shows and does, in one place for its parts: the address, the rows, the active
// row, the selection, and the actions on them.
import type { RefObject } from 'react';
import { useArrangement } from '@/components/grid/arrangement';
import type { GridHandle } from '@/components/grid/Grid';
import { useChosen } from '@/components/grid/useChosen';
import { useList } from '@/components/grid/useList';
import type { OrganizationsQuery } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { useListAddress } from './address';
import { KEY, USUAL, useOrganizationRows } from './columns';
import { useDelete } from './useDelete';
import { EVERYTHING } from './viewed';

export type OrganizationList = ReturnType<typeof useOrganizationList>;

export function useOrganizationList(grid: RefObject<GridHandle | null>) {
  const address = useListAddress();
  const { query, change } = address;
  const arrangement = useArrangement(address, KEY, USUAL);
  const rows = useOrganizationRows(query, arrangement.arranged);
  const sort = { column: query.sort.field, descending: query.sort.descending };
  const list = useList({ grid, address, rows, sort, usePlaceOf });
  const chosen = useChosen({ address, rows, remove: useDelete() });
  const isFiltered = query.search.trim() !== '' || query.kind !== null;

  return {
    ...address,
    ...arrangement,
    ...list,
    ...chosen,
    isFiltered,
    /** Not one organization in the whole workspace. */
    isEmpty: list.hasNone && !isFiltered,
    showAll: () => change(EVERYTHING),
  };
}

/** The place of the open organization in the list. */
function usePlaceOf(id: number | null, query: OrganizationsQuery, enabled: boolean): number | null {
  const asks = enabled && id !== null;
  const { data } = useAsk('organization_position', { query, id: id ?? 0 }, { enabled: asks });
  return asks ? (data?.index ?? null) : null;
}
