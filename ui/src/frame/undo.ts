// Undo and redo, for the menu, the keys and the button in a toast.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { showToast } from '@/components/Toast';
import type { Undone } from '@/ipc/bindings';
import { call } from '@/ipc/call';

type Reversed = 'contacts' | keyof Undone['others'];

export function useUndo() {
  const { t, i18n } = useTranslation();
  const showFailure = useShowFailure();

  const tell = useCallback(
    ({ kept, reversed, others, without_organization: without }: Undone, done: string) => {
      const counts = Object.entries({ contacts: reversed, ...others }).filter(([, count]) => count > 0);
      const words = counts.map(([what, count]) => t(`reversed.${what as Reversed}`, { count }));
      const list = new Intl.ListFormat(i18n.language).format(words);
      const detail = without > 0 ? `${list}. ${t('withoutOrganization', { count: without })}` : list;
      showToast({ title: kept.length > 0 ? t('undoneBut', { count: kept.length }) : done, detail });
    },
    [t, i18n],
  );

  /** Takes back one batch, or the latest one. */
  const undo = useCallback(
    async (batch: number | null = null) => {
      try {
        tell(await call('undo', { batch }), t('undone'));
      } catch (reason) {
        showFailure(reason);
      }
    },
    [t, tell, showFailure],
  );

  const redo = useCallback(async () => {
    try {
      tell(await call('redo', {}), t('redone'));
    } catch (reason) {
      showFailure(reason);
    }
  }, [t, tell, showFailure]);

  /** Confirms what was done, with an Undo of exactly that. Without a batch nothing changed and nothing is said. */
  const confirm = useCallback(
    (title: string, batch: number | null, detail?: string) => {
      if (batch === null) return;
      showToast({ title, detail, action: { label: t('undo'), onPress: () => void undo(batch) } });
    },
    [t, undo],
  );

  return { undo: () => void undo(), undoBatch: (batch: number) => void undo(batch), redo: () => void redo(), confirm };
}
