// The list of organizations with its views: a view's content and the address of the list, each made from the other. The kind
// is kept as a filter, in the form that filters have everywhere.
import { written } from '@/components/grid/arrangement';
import type { Arranged } from '@/components/grid/columns';
import type { Viewed } from '@/features/views/useViews';
import type { OrganizationsQuery } from '@/ipc/bindings';
import { type Change, kindOf } from './address';

type Shown = {
  query: OrganizationsQuery;
  arranged: Arranged[];
  view: number | null;
  isFiltered: boolean;
  change: (change: Change) => void;
  showAll: () => void;
};

export const EVERYTHING: Change = { view: null, q: '', kind: null, sort: '', desc: false, cols: null };

const filterOf = ({ kind }: OrganizationsQuery) => (kind ? `kind = "${kind}"` : '');
const kindIn = (filter: string) => kindOf(/^kind = "(\w+)"$/.exec(filter)?.[1]);

export function viewedOf({ query, arranged, view, isFiltered, change, showAll }: Shown): Viewed {
  const { search, sort } = query;
  return {
    subject: 'organization',
    id: view,
    content: { search: search.trim(), filter: filterOf(query), columns: arranged, sort },
    isFiltered,
    show: (id, content) =>
      change({
        view: id,
        q: content.search,
        kind: kindIn(content.filter),
        sort: content.sort.field === 'name' ? '' : content.sort.field,
        desc: content.sort.descending,
        cols: written(content.columns),
      }),
    showAll,
    call: change,
  };
}
