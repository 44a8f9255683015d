// What the list of organizations shows, as its address says it: `?q=harbour&kind=lead&sort=contacts&desc=1&panel=12`. The
// address is the only place where it is kept, so that every part of the window can link to a list.
import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { OrganizationKind, OrganizationSortField, OrganizationsQuery } from '@/ipc/bindings';

export const KINDS = ['account', 'agency', 'lead'] as const satisfies OrganizationKind[];

const SORT_FIELDS = [
  'name',
  'kind',
  'number',
  'contacts',
  'parent',
  'phone',
  'email',
  'website',
  'industry',
  'size',
  'owner',
  'city',
  'country',
  'created',
] as const satisfies OrganizationSortField[];

const numberOrNull = (text: string | null | undefined) => (text && /^\d+$/.test(text) ? Number(text) : null);

/** Reads the query from an address's parameters; what makes no sense is left out. */
function queryOf(params: URLSearchParams): OrganizationsQuery {
  return {
    search: params.get('q') ?? '',
    kind: KINDS.find((kind) => kind === params.get('kind')) ?? null,
    trash: params.get('trash') === '1',
    sort: {
      field: SORT_FIELDS.find((field) => field === params.get('sort')) ?? 'name',
      descending: params.get('desc') === '1',
    },
  };
}

export type Change = {
  q?: string;
  kind?: OrganizationKind | null;
  trash?: boolean;
  sort?: string;
  desc?: boolean;
  cols?: string | null;
  view?: number | null;
  panel?: number | null;
};

/** The parameters after a change; whatever is as it always is is left out of the address. */
function changed(params: URLSearchParams, change: Change): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '' || value === false) next.delete(name);
    else next.set(name, value === true ? '1' : String(value));
  }
  return next;
}

/** The list's address: what it shows, which profile is open and how, and the ways to change that. */
export function useListAddress() {
  const [params, setParams] = useSearchParams();
  const { id } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();

  const whole = numberOrNull(id);
  const panel = numberOrNull(params.get('panel'));
  const view = numberOrNull(params.get('view'));
  const cols = params.get('cols');
  const text = JSON.stringify(queryOf(params));
  const query = useMemo((): OrganizationsQuery => JSON.parse(text), [text]);

  const change = useCallback((what: Change) => setParams((old) => changed(old, what), { replace: true }), [setParams]);
  const openWhole = useCallback(
    (organization: number) =>
      navigate({ pathname: `/organizations/${organization}`, search }, { replace: whole !== null }),
    [navigate, search, whole],
  );
  // At once, so that a second Escape right behind finds the list and not the profile.
  const closeWhole = useCallback(
    () => navigate({ pathname: '/organizations', search }, { flushSync: true }),
    [navigate, search],
  );

  return { query, whole, panel, view, cols, change, openWhole, closeWhole };
}
