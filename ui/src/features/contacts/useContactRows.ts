// The rows of the list, asked for by index in pages. While a new query is on its way the rows of the old one stay; answers
// that arrive for a query that is no longer asked never show, since each answer is held under its own query.
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { ContactRow, ContactsQuery, Page } from '@/ipc/bindings';
import { question } from '@/ipc/call';
import type { Failure } from '@/ipc/failure';

const PAGE = 100;

/** Rows asked for beyond those that are drawn, so that a scroll meets rows that are there. */
const AHEAD = 40;

const NO_ROWS: ContactRow[] = [];

const pageOf = (query: ContactsQuery, page: number) =>
  question('contacts_page', { query, offset: page * PAGE, limit: PAGE });

/** The pages, but not the first, that hold the rows from `first` up to `last`. */
export function pagesFor(first: number, last: number, total: number): number[] {
  const from = Math.max(1, Math.floor((first - AHEAD) / PAGE));
  const to = Math.floor((Math.min(last + AHEAD, total) - 1) / PAGE);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

export type Rows = {
  /** The query that the rows belong to: the asked one, once its first page is here. */
  query: ContactsQuery;
  total: number;
  generation: number;
  rowAt: (index: number) => ContactRow | undefined;
  onDrawn: (first: number, last: number) => void;
  ready: boolean;
  failure: Failure | null;
};

export function useContactRows(asked: ContactsQuery): Rows {
  const [drawn, setDrawn] = useState({ first: 0, last: 0 });
  const [query, setQuery] = useState(asked);
  const head = useQuery<Page, Failure>({ ...pageOf(asked, 0), placeholderData: keepPreviousData } as never);
  if (query !== asked && head.data && !head.isPlaceholderData) setQuery(asked);

  const total = head.data?.total ?? 0;
  const pages = pagesFor(drawn.first, drawn.last, total);
  const answers = useQueries({ queries: pages.map((page) => pageOf(query, page)) });

  const held = new Map<number, ContactRow[]>([[0, head.data?.rows ?? NO_ROWS]]);
  for (const [position, page] of pages.entries()) held.set(page, answers[position]?.data?.rows ?? NO_ROWS);
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

/** The function over the held pages; a new one only when a page has other rows than before. */
function useStable(held: Map<number, ContactRow[]>) {
  const [last, setLast] = useState(held);
  const same = last.size === held.size && [...held].every(([page, rows]) => last.get(page) === rows);
  if (!same) setLast(held);
  const current = same ? last : held;
  return useMemo(() => (index: number) => current.get(Math.floor(index / PAGE))?.[index % PAGE], [current]);
}
