// The one question that is asked before something can't be undone: whether contacts or organizations shall go for
// good.
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { ProgressBar } from '@/components/ProgressBar';
import { Refusal } from '@/components/Refusal';
import { clearToasts, showToast } from '@/components/Toast';
import type { TrashEmpty } from '@/ipc/bindings';
import { useJob } from '@/ipc/jobs';
import styles from './EmptyTrash.module.css';

type EmptyTrashProps = {
  what: 'contacts' | 'organizations';
  isOpen: boolean;
  count: number;
  /** The whole trash of them goes, and with it the files that were taken off. */
  isWhole: boolean;
  input: TrashEmpty;
  onClose: () => void;
  onDone: () => void;
};

export function EmptyTrash({ what, isOpen, count, isWhole, input, onClose, onDone }: EmptyTrashProps) {
  const { t } = useTranslation(['trash', 'common']);
  const job = useJob('trash_empty');
  const remove = async () => {
    const done = await job.run(input);
    if (!done) return;
    // An Undo that is still offered may be of what has just gone.
    clearToasts();
    const detail = done.with_orders > 0 ? t('withOrders', { count: done.with_orders }) : undefined;
    showToast({ title: t(`removed.${what}`, { count: done.count }), detail });
    onDone();
    onClose();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      locked={job.running}
      title={t(`sure.${what}.title`, { count })}
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
      <p className={styles.text}>{t(`sure.${what}.text`)}</p>
      {isWhole && <p className={styles.text}>{t('sure.files')}</p>}
      <p className={styles.text}>{t('sure.kept')}</p>
      {job.running && <ProgressBar label={t('removing')} fraction={job.progress?.fraction ?? null} />}
      <Refusal failure={job.failure} />
    </Dialog>
  );
}
