// What can be done with an attached file: each says how it went, and what changes something can be undone.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { showToast } from '@/components/Toast';
import { useUndo } from '@/frame/undo';
import type { AttachedFile } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { openAttached, pickSave, reveal } from '@/ipc/shell';

export type FileDeeds = {
  open: (file: AttachedFile) => void;
  save: (file: AttachedFile) => void;
  remove: (file: AttachedFile) => void;
  rename: (file: AttachedFile, name: string) => Promise<void>;
};

export function useFileDeeds(): FileDeeds {
  const { t } = useTranslation('files');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  return useMemo(() => {
    const saveTo = async ({ id, name }: AttachedFile) => {
      const path = await pickSave(t('save'), name, []);
      if (path === null) return;
      const { file, changed } = await call('file_save', { id, path });
      showToast({
        title: t('saved', { name }),
        detail: changed ? t('savedChanged') : null,
        action: { label: t('show'), onPress: () => void reveal(file).catch(showFailure) },
      });
    };
    const save = (file: AttachedFile) => void saveTo(file).catch(showFailure);
    const open = (file: AttachedFile) => {
      if (file.type !== 'program') return void openAttached(file.id).catch(showFailure);
      showToast({
        title: t('program.title', { name: file.name }),
        detail: t('program.text'),
        action: { label: t('save'), onPress: () => save(file) },
      });
    };
    const remove = (file: AttachedFile) => {
      const removed = call('files_detach', { ids: [file.id] });
      removed.then(({ batch }) => confirm(t('removed', { name: file.name }), batch), showFailure);
    };
    const rename = async (file: AttachedFile, name: string) => {
      const { batch } = await call('file_rename', { id: file.id, name });
      confirm(t('renamed'), batch);
    };
    return { open, save, remove, rename };
  }, [t, confirm, showFailure]);
}
