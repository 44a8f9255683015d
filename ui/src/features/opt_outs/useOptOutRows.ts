// The rows of the list of opt-outs.
import { PAGE, useRows } from '@/components/grid/useRows';
import type { OptOutsQuery } from '@/ipc/bindings';
import { question } from '@/ipc/call';

const pageOf = (query: OptOutsQuery, page: number) =>
  question('opt_outs_page', { query, offset: page * PAGE, limit: PAGE });

export function useOptOutRows(query: OptOutsQuery) {
  return useRows(query, pageOf);
}
