// Everything that the list's screen shows and does, in one place for its parts: the address, the rows, the active row, the
// selection, and the actions on them.
import type { RefObject } from 'react';
import { useArrangement } from '@/components/grid/arrangement';
import type { GridHandle } from '@/components/grid/Grid';
import { useChosen } from '@/components/grid/useChosen';
import { useList } from '@/components/grid/useList';
import type { ContactsQuery } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { useListAddress } from './address';
import { KEY, USUAL } from './columns/arrangement';
import { useArchive } from './useArchive';
import { useContactRows } from './useContactRows';
import { useDelete } from './useDelete';
import { EVERYTHING } from './views/content';

export type ContactList = ReturnType<typeof useContactList>;

export function useContactList(grid: RefObject<GridHandle | null>) {
  const address = useListAddress();
  const { query, change } = address;
  const arrangement = useArrangement(address, KEY, USUAL);
  const rows = useContactRows(query, arrangement.arranged);
  const sort = { column: query.sort.field, descending: query.sort.descending };
  const list = useList({ grid, address, rows, sort, usePlaceOf });
  const chosen = useChosen({ address, rows, remove: useDelete() });
  const archiveContacts = useArchive();

  const isArchive = query.place === 'archive';
  const isFiltered =
    query.search.trim() !== '' || query.group !== null || query.batch !== null || query.filter !== '' || isArchive;

  return {
    ...address,
    ...arrangement,
    ...list,
    ...chosen,
    isFiltered,
    /** Shows contacts that were put aside. */
    isArchive,
    /** Not one contact in the whole workspace. */
    isEmpty: list.hasNone && !isFiltered,
    /** Puts the selection aside, or brings it back from there. */
    archiveSelected: () => void archiveContacts(chosen.forCore(), isArchive),
    /** Shows the contact that took the selected ones in. */
    showMerged: (into: number) => {
      chosen.clearSelection();
      change({ panel: into });
    },
    showAll: () => change(EVERYTHING),
  };
}

/** The place of the open contact in the list. */
function usePlaceOf(id: number | null, query: ContactsQuery, enabled: boolean): number | null {
  const asks = enabled && id !== null;
  const { data } = useAsk('contact_position', { query, id: id ?? 0 }, { enabled: asks });
  return asks ? (data?.index ?? null) : null;
}
