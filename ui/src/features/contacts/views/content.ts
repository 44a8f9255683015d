// A view's content and the address of the list: each made from the other.
import { written } from '@/components/grid/arrangement';
import type { Arranged } from '@/components/grid/columns';
import type { Viewed } from '@/features/views/useViews';
import type { ContactsQuery, ViewContent } from '@/ipc/bindings';
import type { Change } from '../address';

/** What is asked of the list here. */
type Shown = {
  query: ContactsQuery;
  arranged: Arranged[];
  view: number | null;
  isFiltered: boolean;
  change: (change: Change) => void;
  showAll: () => void;
};

/** What the list shows now, as a view would keep it. A group or an import that it was opened for becomes part of the filter. */
function contentOf(query: ContactsQuery, columns: Arranged[]): ViewContent {
  return { search: query.search.trim(), filter: query.filter.trim(), columns, sort: query.sort };
}

/** The change of the address that shows a view. */
function shows(id: number, { search, filter, columns, sort }: ViewContent): Change {
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

/** The list of contacts with its views. */
export function viewedOf(list: Shown): Viewed {
  return {
    subject: 'contact',
    id: list.view,
    content: contentOf(list.query, list.arranged),
    isFiltered: list.isFiltered,
    show: (id, content) => list.change(shows(id, content)),
    showAll: list.showAll,
    call: list.change,
  };
}
