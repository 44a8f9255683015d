// A view's content and the address of the list: each made from the other, and whether they say the same.
import { written } from '@/components/grid/arrangement';
import type { Arranged } from '@/components/grid/columns';
import type { ContactsQuery, ViewContent } from '@/ipc/bindings';
import type { Change } from '../address';

/** What the list shows now, as a view would keep it. A group or an import that it was opened for becomes part of the filter. */
export function contentOf(query: ContactsQuery, columns: Arranged[]): ViewContent {
  return { search: query.search.trim(), filter: query.filter.trim(), columns, sort: query.sort };
}

/** The change of the address that shows a view. */
export function shows(id: number, { search, filter, columns, sort }: ViewContent): Change {
  return {
    view: id,
    q: search,
    filter,
    group: null,
    batch: null,
    place: null,
    sort: sort.field === 'name' ? '' : sort.field,
    desc: sort.descending,
    cols: written(columns),
  };
}

export const EVERYTHING: Change = {
  view: null,
  q: '',
  filter: '',
  group: null,
  batch: null,
  place: null,
  sort: '',
  desc: false,
  cols: null,
};

export function isSame(a: ViewContent, b: ViewContent): boolean {
  return (
    a.search === b.search &&
    a.filter === b.filter &&
    a.sort.field === b.sort.field &&
    a.sort.descending === b.sort.descending &&
    written(a.columns) === written(b.columns)
  );
}
