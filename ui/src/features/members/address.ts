// What the list of members shows, as its address says it: `?q=levi&view=grace&sort=ends&desc=1&panel=12`.
import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { MemberSort, MembershipStatus, MembersQuery } from '@/ipc/bindings';

/** The quick filters: a state, or what needs to be done. */
export const VIEWS = ['current', 'ending', 'grace', 'lapsed', 'suspended', 'owing'] as const;
export type View = (typeof VIEWS)[number];

const SORTS: MemberSort[] = ['name', 'number', 'joined', 'status', 'type', 'tier', 'ends', 'balance'];
const ENDING_DAYS = 30;

const numberOrNull = (text: string | null | undefined) => (text && /^\d+$/.test(text) ? Number(text) : null);

const statusOf = (view: View | null): MembershipStatus | null => {
  if (view === 'ending') return 'current';
  return view === null || view === 'owing' ? null : view;
};

function queryOf(params: URLSearchParams, view: View | null): MembersQuery {
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

export type Change = { q?: string; view?: View | null; sort?: string; desc?: boolean; panel?: number | null };

/** The parameters after a change; whatever is as it always is is left out of the address. */
function changed(params: URLSearchParams, change: Change): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '' || value === false) next.delete(name);
    else next.set(name, value === true ? '1' : String(value));
  }
  return next;
}

export function useMembersAddress() {
  const [params, setParams] = useSearchParams();
  const { id } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const view = VIEWS.find((known) => known === params.get('view')) ?? null;
  const whole = numberOrNull(id);
  const panel = numberOrNull(params.get('panel'));
  const text = JSON.stringify(queryOf(params, view));
  const query = useMemo((): MembersQuery => JSON.parse(text), [text]);

  const change = useCallback((what: Change) => setParams((old) => changed(old, what), { replace: true }), [setParams]);
  const openWhole = useCallback(
    (member: number) => navigate({ pathname: `/members/${member}`, search }, { replace: whole !== null }),
    [navigate, search, whole],
  );
  // At once, so that a second Escape right behind finds the list and not the profile.
  const closeWhole = useCallback(
    () => navigate({ pathname: '/members', search }, { flushSync: true }),
    [navigate, search],
  );
  return { query, view, whole, panel, change, openWhole, closeWhole };
}
