// What the list of contacts shows, as its address says it: `?q=levi&filter=has+phone&sort=created&desc=1&cols=name,city:120`.
import { type ListChange, numberOrNull, useAddress } from '@/components/grid/address';
import type { ContactsQuery } from '@/ipc/bindings';

/** Reads the query from an address's parameters; what makes no sense is left out. */
export function queryOf(params: URLSearchParams): ContactsQuery {
  return {
    search: params.get('q') ?? '',
    group: numberOrNull(params.get('group')),
    batch: numberOrNull(params.get('batch')),
    filter: params.get('filter') ?? '',
    ...(params.get('place') === 'archive' && { place: 'archive' as const }),
    sort: { field: params.get('sort') || 'name', descending: params.get('desc') === '1' },
  };
}

export type Change = ListChange & { group?: null; batch?: null; filter?: string; place?: 'archive' | null };

export const useListAddress = () => useAddress<ContactsQuery, Change>('/contacts', queryOf);
