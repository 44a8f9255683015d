// Pinning contacts to a dynamic group, or letting its filter decide again; with an Undo.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { useUndo } from '@/frame/undo';
import type { Pin, Who } from '@/ipc/bindings';
import { call } from '@/ipc/call';

export function usePin(): (group: number, who: Who, pin: Pin) => Promise<void> {
  const { t } = useTranslation('groups');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  return useCallback(
    async (group: number, who: Who, pin: Pin) => {
      try {
        const { batch } = await call('group_pin', { group, who, pin });
        confirm(t(`pin.done.${pin}`), batch);
      } catch (reason) {
        showFailure(reason);
      }
    },
    [t, confirm, showFailure],
  );
}
