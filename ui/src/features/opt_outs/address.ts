// What the list of opt-outs shows, as its address says it: `?q=levi&kind=phone&whose=theirs&status=active&sort=value`.
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useAddressNow } from '@/components/addressNow';
import { changed } from '@/components/grid/address';
import type { OptOutSortField, OptOutsQuery } from '@/ipc/bindings';

const SORTS = ['since', 'value', 'contact', 'kind', 'initiative', 'reason'] as const satisfies OptOutSortField[];

function oneOf<const T extends string>(text: string | null, choices: readonly T[]): T | null {
  return choices.find((choice) => choice === text) ?? null;
}

/** Reads the query from an address's parameters; what makes no sense is left out. */
function queryOf(params: URLSearchParams): OptOutsQuery {
  const sort = oneOf(params.get('sort'), SORTS) ?? 'since';
  return {
    search: params.get('q') ?? '',
    kind: oneOf(params.get('kind'), ['phone', 'email']),
    initiative: oneOf(params.get('whose'), ['theirs', 'ours', 'bounce']),
    status: oneOf(params.get('status'), ['active']) ?? 'opted_out',
    sort,
    // The newest first, everything else by the alphabet, unless turned round.
    descending: (sort === 'since') !== (params.get('turned') === '1'),
  };
}

export function useOptOutsAddress() {
  const [params, setParams] = useSearchParams();
  const text = JSON.stringify(queryOf(params));
  const query = useMemo((): OptOutsQuery => JSON.parse(text), [text]);
  const now = useAddressNow();
  const change = useCallback(
    (changes: Record<string, string>) =>
      setParams(changed(new URLSearchParams(now().search), changes), { replace: true }),
    [setParams, now],
  );
  const sortBy = (column: string) => {
    const turned = query.sort === column && params.get('turned') !== '1';
    change({ sort: column === 'since' ? '' : column, turned: turned ? '1' : '' });
  };
  const isFiltered = Boolean(query.search.trim() || query.kind || query.initiative) || query.status === 'active';
  return { query, change, sortBy, isFiltered, showAll: () => setParams({}, { replace: true }) };
}
