// Deleting organizations and bringing them back: at once, with an Undo in the toast that confirms it.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { useUndo } from '@/frame/undo';
import type { OrganizationSelection } from '@/ipc/bindings';
import { call } from '@/ipc/call';

export function useDelete(): (selection: OrganizationSelection) => Promise<boolean> {
  const { t } = useTranslation('organizations');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  return useCallback(
    async (selection: OrganizationSelection) => {
      try {
        const { batch, count, below } = await call('organizations_delete', { selection });
        confirm(t('deleted', { count }), batch, below > 0 ? t('deletedBelow', { count: below }) : undefined);
        return true;
      } catch (reason) {
        showFailure(reason);
        return false;
      }
    },
    [t, confirm, showFailure],
  );
}
