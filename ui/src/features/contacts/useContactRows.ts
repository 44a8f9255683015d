// The rows of the list of contacts.
import { useCallback } from 'react';
import type { Arranged } from '@/components/grid/columns';
import { PAGE, type RowsOf, useRows } from '@/components/grid/useRows';
import type { ContactRow, ContactsQuery } from '@/ipc/bindings';
import { question } from '@/ipc/call';
import { USUAL } from './columns/arrangement';

/** What every row holds without being asked. */
const ALWAYS = new Set(USUAL);

const NO_COLUMNS: Arranged[] = [];

export type Rows = RowsOf<ContactsQuery, ContactRow>;

export function useContactRows(asked: ContactsQuery, arranged: Arranged[] = NO_COLUMNS): Rows {
  const pageOf = useCallback(
    (query: ContactsQuery, page: number) => {
      const columns = arranged.map(({ id }) => id).filter((id) => !ALWAYS.has(id));
      return question('contacts_page', { query, offset: page * PAGE, limit: PAGE, columns });
    },
    [arranged],
  );
  return useRows(asked, pageOf);
}
