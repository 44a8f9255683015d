// Putting contacts aside: at once, with an Undo in the toast that confirms it.
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { useUndo } from '@/frame/undo';
import type { Selection } from '@/ipc/bindings';
import { call } from '@/ipc/call';

export function useArchive(): (selection: Selection) => Promise<void> {
  const { t } = useTranslation('contacts');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  return async (selection) => {
    try {
      const { batch, count } = await call('contacts_archive', { selection });
      confirm(t('archived', { count }), batch);
    } catch (reason) {
      showFailure(reason);
    }
  };
}
