// Bringing contacts back from the trash: at once, with an Undo in the toast that confirms it.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { useUndo } from '@/frame/undo';
import type { Selection } from '@/ipc/bindings';
import { call } from '@/ipc/call';

export function useRestore(): (selection: Selection) => Promise<boolean> {
  const { t } = useTranslation('trash');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  return useCallback(
    async (selection: Selection) => {
      try {
        const { batch, count } = await call('contacts_restore', { selection });
        confirm(t('restored', { count }), batch);
        return true;
      } catch (reason) {
        showFailure(reason);
        return false;
      }
    },
    [t, confirm, showFailure],
  );
}
