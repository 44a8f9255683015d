// What the list of organizations shows, as its address says it: `?q=harbour&kind=lead&sort=contacts&desc=1&panel=12`.
import { type ListChange, useAddress } from '@/components/grid/address';
import type { OrganizationKind, OrganizationsQuery } from '@/ipc/bindings';

export const KINDS = ['account', 'agency', 'lead'] as const satisfies OrganizationKind[];

/** The kind of that name, if there is one. */
export const kindOf = (name: string | null | undefined) => KINDS.find((kind) => kind === name) ?? null;

/** Reads the query from an address's parameters; what makes no sense is left out. */
function queryOf(params: URLSearchParams): OrganizationsQuery {
  return {
    search: params.get('q') ?? '',
    kind: kindOf(params.get('kind')),
    trash: false,
    sort: {
      field: params.get('sort') ?? 'name',
      descending: params.get('desc') === '1',
    },
  };
}

export type Change = ListChange & { kind?: OrganizationKind | null };

export const useListAddress = () => useAddress<OrganizationsQuery, Change>('/organizations', queryOf);
