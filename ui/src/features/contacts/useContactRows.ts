// The rows of the list of contacts.
import { PAGE, type RowsOf, useRows } from '@/components/grid/useRows';
import type { ContactRow, ContactsQuery } from '@/ipc/bindings';
import { question } from '@/ipc/call';

const pageOf = (query: ContactsQuery, page: number) =>
  question('contacts_page', { query, offset: page * PAGE, limit: PAGE });

export type Rows = RowsOf<ContactsQuery, ContactRow>;

export function useContactRows(asked: ContactsQuery): Rows {
  return useRows(asked, pageOf);
}
