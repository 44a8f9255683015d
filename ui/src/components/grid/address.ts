// What a list shows, as its address says it: `?q=levi&sort=created&desc=1&cols=name,city:120&panel=12`. The address is the only
// place where it is kept, so that every part of the window can link to a list.
import { useCallback, useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useAddressNow } from '../addressNow';

export const numberOrNull = (text: string | null | undefined) => (text && /^\d+$/.test(text) ? Number(text) : null);

/** What every list can change in its address; a list has parameters of its own beside these. */
export type ListChange = {
  q?: string;
  sort?: string;
  desc?: boolean;
  cols?: string | null;
  view?: number | null;
  panel?: number | null;
};

/** The parameters after a change; whatever is as it always is is left out of the address. */
export function changed(params: URLSearchParams, change: object): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '' || value === false) next.delete(name);
    else next.set(name, value === true ? '1' : String(value));
  }
  return next;
}

/**
 * The address of the list at `path`: what it shows, which profile is open and how, and the ways to change that. `queryOf` reads
 * the query from the parameters and leaves out what makes no sense.
 */
export function useAddress<Query, Change extends object>(path: string, queryOf: (params: URLSearchParams) => Query) {
  const [params, setParams] = useSearchParams();
  const { id } = useParams();
  const now = useAddressNow();
  const navigate = useNavigate();

  const whole = numberOrNull(id);
  const panel = numberOrNull(params.get('panel'));
  const view = numberOrNull(params.get('view'));
  const cols = params.get('cols');
  const text = JSON.stringify(queryOf(params));
  const query = useMemo((): Query => JSON.parse(text), [text]);

  const change = useCallback(
    (what: Change) => setParams(changed(new URLSearchParams(now().search), what), { replace: true }),
    [setParams, now],
  );
  const openWhole = useCallback(
    (one: number) => navigate({ pathname: `${path}/${one}`, search: now().search }, { replace: whole !== null }),
    [navigate, path, now, whole],
  );
  // At once, so that a second Escape right behind finds the list and not the profile.
  const closeWhole = useCallback(
    () => navigate({ pathname: path, search: now().search }, { flushSync: true }),
    [navigate, path, now],
  );

  return { params, query, whole, panel, view, cols, change, openWhole, closeWhole };
}

/** What the parts of a list need of its address. */
export type ListAddress<Query> = {
  query: Query;
  whole: number | null;
  panel: number | null;
  change: (change: Pick<ListChange, 'q' | 'sort' | 'desc' | 'panel'>) => void;
  openWhole: (id: number) => void;
  closeWhole: () => void;
};
