// Deleting contacts: at once, with an Undo in the toast that confirms it.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { useUndo } from '@/frame/undo';
import type { Selection } from '@/ipc/bindings';
import { call } from '@/ipc/call';

export function useDelete(): (selection: Selection) => Promise<boolean> {
  const { t } = useTranslation('contacts');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  return useCallback(
    async (selection: Selection) => {
      try {
        const { batch, count } = await call('contacts_delete', { selection });
        confirm(t('deleted', { count }), batch);
        return true;
      } catch (reason) {
        showFailure(reason);
        return false;
      }
    },
    [t, confirm, showFailure],
  );
}
