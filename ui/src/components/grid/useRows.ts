// The rows of a list, asked for by index in pages. While a new query is on its way the rows of the old one stay; answers that
// arrive for a query that is no longer asked never show, since each answer is held under its own query.
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Failure } from '@/ipc/failure';

/** How many rows one page holds. */
export const PAGE = 100;

/** Rows asked for beyond those that are drawn, so that a scroll meets rows that are there. */
const AHEAD = 40;

type Answer<Row> = { total: number; generation: number; rows: Row[] };
type Asking<Row> = { queryKey: readonly unknown[]; queryFn: () => Promise<Answer<Row>> };

/** The pages, but not the first, that hold the rows from `first` up to `last`. */
export function pagesFor(first: number, last: number, total: number): number[] {
  const from = Math.max(1, Math.floor((first - AHEAD) / PAGE));
  const to = Math.floor((Math.min(last + AHEAD, total) - 1) / PAGE);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

export type RowsOf<Query, Row> = {
  /** The query that the rows belong to: the asked one, once its first page is here. */
  query: Query;
  total: number;
  generation: number;
  rowAt: (index: number) => Row | undefined;
  onDrawn: (first: number, last: number) => void;
  ready: boolean;
  failure: Failure | null;
};

/** `pageOf` asks for a page of a query; it must stay the same function. */
export function useRows<Query, Row>(
  asked: Query,
  pageOf: (query: Query, page: number) => Asking<Row>,
): RowsOf<Query, Row> {
  const [drawn, setDrawn] = useState({ first: 0, last: 0 });
  const [query, setQuery] = useState(asked);
  const head = useQuery<Answer<Row>, Failure>({ ...pageOf(asked, 0), placeholderData: keepPreviousData } as never);
  if (query !== asked && head.data && !head.isPlaceholderData) setQuery(asked);

  const total = head.data?.total ?? 0;
  const pages = pagesFor(drawn.first, drawn.last, total);
  const answers = useQueries({ queries: pages.map((page) => pageOf(query, page)) });

  const held = new Map<number, Row[]>([[0, head.data?.rows ?? []]]);
  for (const [position, page] of pages.entries()) held.set(page, answers[position]?.data?.rows ?? []);
  const rowAt = useStable(held);

  const onDrawn = useCallback((first: number, last: number) => {
    setDrawn((old) => (old.first === first && old.last === last ? old : { first, last }));
  }, []);

  const { data, error } = head;
  const generation = data?.generation ?? 0;
  return useMemo(
    () => ({ query, total, generation, rowAt, onDrawn, ready: data !== undefined, failure: error }),
    [query, total, generation, rowAt, onDrawn, data, error],
  );
}

const same = <Row>(a: Row[] | undefined, b: Row[]) => a === b || (a?.length === 0 && b.length === 0);

/** The function over the held pages; a new one only when a page has other rows than before. */
function useStable<Row>(held: Map<number, Row[]>) {
  const [last, setLast] = useState(held);
  const isSame = last.size === held.size && [...held].every(([page, rows]) => same(last.get(page), rows));
  if (!isSame) setLast(held);
  const current = isSame ? last : held;
  return useMemo(() => (index: number) => current.get(Math.floor(index / PAGE))?.[index % PAGE], [current]);
}
