// Bringing contacts or organizations back from the trash: at once, with an Undo in the toast that confirms it.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { useUndo } from '@/frame/undo';
import type { BatchDone } from '@/ipc/bindings';

/** `restore` is the same function at each call. Answers whether it was done. */
export function useRestore<Selection>(
  what: 'contacts' | 'organizations',
  restore: (selection: Selection) => Promise<BatchDone>,
): (selection: Selection) => Promise<boolean> {
  const { t } = useTranslation('trash');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  return useCallback(
    async (selection: Selection) => {
      try {
        const { batch, count } = await restore(selection);
        confirm(t(`back.${what}`, { count }), batch);
        return true;
      } catch (reason) {
        showFailure(reason);
        return false;
      }
    },
    [what, restore, t, confirm, showFailure],
  );
}
