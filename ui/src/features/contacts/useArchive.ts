// Putting contacts aside and bringing them back: at once, with an Undo in the toast that confirms it.
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { useUndo } from '@/frame/undo';
import type { Selection } from '@/ipc/bindings';
import { call } from '@/ipc/call';

export function useArchive(): (selection: Selection, back: boolean) => Promise<void> {
  const { t } = useTranslation('contacts');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  return async (selection, back) => {
    try {
      const { batch, count } = await call(back ? 'contacts_unarchive' : 'contacts_archive', { selection });
      confirm(back ? t('unarchived', { count }) : t('archived', { count }), batch);
    } catch (reason) {
      showFailure(reason);
    }
  };
}
