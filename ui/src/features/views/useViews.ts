// The views of a list: which one is shown, whether the list differs from it by now, and what can be done with them.
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { written } from '@/components/grid/arrangement';
import { useUndo } from '@/frame/undo';
import type { View, ViewChanged, ViewContent, ViewSubject } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';

/** A list that has views. */
export type Viewed = {
  subject: ViewSubject;
  /** The id of the view that the address names. */
  id: number | null;
  /** What the list shows now, as a view would keep it. */
  content: ViewContent;
  /** Shows less than everything. */
  isFiltered: boolean;
  /** Shows what a view kept. */
  show: (id: number, content: ViewContent) => void;
  showAll: () => void;
  /** Says which view is shown, without a change of what is shown. */
  call: (change: { view: number | null; cols?: string }) => void;
};

const NO_VIEWS: View[] = [];

function isSame(a: ViewContent, b: ViewContent): boolean {
  return (
    a.search === b.search &&
    a.filter === b.filter &&
    a.sort.field === b.sort.field &&
    a.sort.descending === b.sort.descending &&
    written(a.columns) === written(b.columns)
  );
}

export function useViews(viewed: Viewed) {
  const { t } = useTranslation('contacts');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  const { subject, content } = viewed;
  const views = useAsk('views_list', { subject }).data?.views ?? NO_VIEWS;
  const view = views.find(({ id }) => id === viewed.id) ?? null;
  const differs = view !== null && !isSame(content, view.content);

  const tell = async (done: Promise<ViewChanged>, title: string): Promise<ViewChanged | null> => {
    try {
      const answer = await done;
      confirm(title, answer.batch);
      return answer;
    } catch (reason) {
      showFailure(reason);
      return null;
    }
  };
  const open = ({ id, content: kept }: View) => viewed.show(id, kept);

  return {
    views,
    view,
    differs,
    open,
    all: viewed.showAll,
    isAll: view === null && !viewed.isFiltered,
    revert: () => view && open(view),
    save: () =>
      view &&
      void tell(call('view_update', { id: view.id, name: null, content }), t('view.saved', { name: view.name })),
    /** Keeps what is shown under a name. Rejects where the name is refused. */
    saveAs: async (name: string) => {
      const { id, batch } = await call('view_create', { subject, name, content });
      confirm(t('view.saved', { name }), batch);
      if (id !== null) viewed.call({ view: id, cols: written(content.columns) });
    },
    rename: async (id: number, name: string) => {
      const { batch } = await call('view_update', { id, name, content: null });
      confirm(t('view.renamed', { name }), batch);
    },
    duplicate: async (id: number, name: string) => {
      const { batch } = await call('view_duplicate', { id, name });
      confirm(t('view.saved', { name }), batch);
    },
    move: (id: number, by: 1 | -1) => {
      const ids = views.map((other) => other.id);
      const at = ids.indexOf(id);
      ids.splice(at, 1);
      ids.splice(at + by, 0, id);
      void tell(call('views_arrange', { subject, ids }), t('view.moved'));
    },
    remove: async ({ id, name }: View) => {
      const done = await tell(call('view_delete', { id }), t('view.deleted', { name }));
      if (done && viewed.id === id) viewed.call({ view: null });
    },
  };
}
