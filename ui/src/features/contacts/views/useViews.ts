// The views of the list: which one is shown, whether the list differs from it by now, and what can be done with them.
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { useUndo } from '@/frame/undo';
import type { View, ViewChanged } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import type { ContactList } from '../useContactList';
import { contentOf, EVERYTHING, isSame, shows } from './content';

const NO_VIEWS: View[] = [];

export function useViews(list: ContactList) {
  const { t } = useTranslation('contacts');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  const views = useAsk('views_list', { subject: 'contact' }).data?.views ?? NO_VIEWS;
  const view = views.find(({ id }) => id === list.view) ?? null;
  const content = contentOf(list.query, list.arranged);
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
  const open = ({ id, content: kept }: View) => list.change(shows(id, kept));

  return {
    views,
    view,
    differs,
    open,
    all: () => list.change(EVERYTHING),
    revert: () => view && open(view),
    save: () =>
      view &&
      void tell(call('view_update', { id: view.id, name: null, content }), t('view.saved', { name: view.name })),
    /** Keeps what is shown under a name. Rejects where the name is refused. */
    saveAs: async (name: string) => {
      const { id, batch } = await call('view_create', { subject: 'contact', name, content });
      confirm(t('view.saved', { name }), batch);
      if (id !== null) list.change({ view: id, cols: shows(id, content).cols });
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
      void tell(call('views_arrange', { subject: 'contact', ids }), t('view.moved'));
    },
    remove: async ({ id, name }: View) => {
      const done = await tell(call('view_delete', { id }), t('view.deleted', { name }));
      if (done && list.view === id) list.change({ view: null });
    },
  };
}
