// The one question that is asked before something can't be undone: whether contacts shall go for good.
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { useFailureText } from '@/components/failures';
import { ProgressBar } from '@/components/ProgressBar';
import { clearToasts, showToast } from '@/components/Toast';
import type { Selection } from '@/ipc/bindings';
import { useJob } from '@/ipc/jobs';
import styles from './EmptyTrash.module.css';

type EmptyTrashProps = {
  isOpen: boolean;
  count: number;
  /** Null for the whole trash. */
  selection: Selection | null;
  onClose: () => void;
  onDone: () => void;
};

export function EmptyTrash({ isOpen, count, selection, onClose, onDone }: EmptyTrashProps) {
  const { t } = useTranslation(['trash', 'common']);
  const inWords = useFailureText();
  const job = useJob('trash_empty');
  const remove = async () => {
    const done = await job.run({ selection });
    if (!done) return;
    // An Undo that is still offered may be of what has just gone.
    clearToasts();
    showToast({ title: t('removed', { count: done.count }) });
    onDone();
    onClose();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      locked={job.running}
      title={t('sure.title', { count })}
      actions={
        <>
          <Button onPress={job.running ? job.cancel : onClose} isDisabled={job.cancelling}>
            {t('common:cancel')}
          </Button>
          <Button variant="danger" onPress={() => void remove()} isDisabled={job.running}>
            {t('sure.remove', { count })}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{t('sure.text')}</p>
      {selection === null && <p className={styles.text}>{t('sure.files')}</p>}
      <p className={styles.text}>{t('sure.kept')}</p>
      {job.running && <ProgressBar label={t('removing')} fraction={job.progress?.fraction ?? null} />}
      {job.failure && (
        <p className={styles.failure} role="alert">
          {inWords(job.failure).message}
        </p>
      )}
    </Dialog>
  );
}
