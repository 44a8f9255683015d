// Saving everything that is known of a person, as a document to read.
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { showToast } from '@/components/Toast';
import type { Contact } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { pickSave, reveal } from '@/ipc/shell';

export function useDossier({ id, name }: Contact): () => void {
  const { t } = useTranslation('privacy');
  const showFailure = useShowFailure();
  const save = async () => {
    const path = await pickSave(t('dossier.save'), t('dossier.name', { name }), ['html', 'json']);
    if (path === null) return;
    const { file } = await call('dossier_save', { id, path });
    showToast({
      title: t('dossier.saved'),
      action: { label: t('show'), onPress: () => void reveal(file).catch(showFailure) },
    });
  };
  return () => void save().catch(showFailure);
}
