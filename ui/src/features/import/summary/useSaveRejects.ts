// Saving the rows that an import left out as a file that can be mended and imported again.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { showToast } from '@/components/Toast';
import { call } from '@/ipc/call';
import { pickSave, reveal } from '@/ipc/shell';
import { fileName, fileStem } from '../model/files';

export function useSaveRejects(): (of: { batch: number; file: string }) => Promise<void> {
  const { t } = useTranslation('import');
  const showFailure = useShowFailure();
  return useCallback(
    async ({ batch, file }) => {
      try {
        const name = `${fileStem(file)}.rejected.xlsx`;
        const path = await pickSave(t('done.saveTitle'), name, ['xlsx', 'csv']);
        if (path === null) return;
        const saved = await call('import_rejects_save', { batch, path });
        showToast({
          title: t('done.saved', { count: saved.rows, name: fileName(saved.file) }),
          action: { label: t('showInFolder'), onPress: () => void reveal(saved.file).catch(showFailure) },
        });
      } catch (reason) {
        showFailure(reason);
      }
    },
    [t, showFailure],
  );
}
