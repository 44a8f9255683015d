// Making an account of a lead, with an Undo in the toast that confirms it.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { useUndo } from '@/frame/undo';
import { call } from '@/ipc/call';

export function useConvert(): (id: number, name: string) => Promise<void> {
  const { t } = useTranslation('organizations');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  return useCallback(
    async (id: number, name: string) => {
      try {
        const { batch } = await call('organization_convert', { id });
        confirm(t('converted', { name }), batch);
      } catch (reason) {
        showFailure(reason);
      }
    },
    [t, confirm, showFailure],
  );
}
