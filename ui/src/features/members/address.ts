// What the list of members shows, as its address says it: `?q=levi&view=grace&sort=ends&desc=1&panel=12`.
import { type ListChange, useAddress } from '@/components/grid/address';
import type { MemberSort, MembershipStatus, MembersQuery } from '@/ipc/bindings';

/** The quick filters: a state, or what needs to be done. */
export const VIEWS = ['current', 'ending', 'grace', 'lapsed', 'suspended', 'owing'] as const;
export type View = (typeof VIEWS)[number];

const SORTS: MemberSort[] = ['name', 'number', 'joined', 'status', 'type', 'tier', 'ends', 'balance'];
const ENDING_DAYS = 30;

const statusOf = (view: View | null): MembershipStatus | null => {
  if (view === 'ending') return 'current';
  return view === null || view === 'owing' ? null : view;
};

const viewOf = (params: URLSearchParams) => VIEWS.find((known) => known === params.get('view')) ?? null;

function queryOf(params: URLSearchParams): MembersQuery {
  const view = viewOf(params);
  return {
    search: params.get('q') ?? '',
    filter: '',
    status: statusOf(view),
    type_id: null,
    ends_within: view === 'ending' ? ENDING_DAYS : null,
    owing: view === 'owing',
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? 'name',
    descending: params.get('desc') === '1',
  };
}

export type Change = Omit<ListChange, 'view' | 'cols'> & { view?: View | null };

export function useMembersAddress() {
  const address = useAddress<MembersQuery, Change>('/members', queryOf);
  return { ...address, view: viewOf(address.params) };
}
