// The frame of a change of many: what it is about, what is asked, then progress, or why it was refused.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { ProgressBar } from '@/components/ProgressBar';
import { Refusal } from '@/components/Refusal';
import type { JobState } from '@/ipc/jobs';
import styles from './BulkDialog.module.css';

type ChangeDialogProps = {
  title: string;
  /** How many are changed. */
  about: string;
  verb: string;
  running: string;
  job: JobState & { cancel: () => void };
  isReady: boolean;
  onStart: () => void;
  onClose: () => void;
  children: ReactNode;
};

export function ChangeDialog(props: ChangeDialogProps) {
  const { title, about, verb, running, job, isReady, onStart, onClose, children } = props;
  const { t } = useTranslation('common');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      locked={job.running}
      onSubmit={() => isReady && onStart()}
      actions={
        <>
          <Button onPress={job.running ? job.cancel : onClose}>{t('cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={job.running || !isReady}>
            {verb}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.what}>{about}</p>
        {children}
        {job.running && <ProgressBar label={running} fraction={job.progress?.fraction ?? null} />}
        <Refusal failure={job.failure} />
      </div>
    </Dialog>
  );
}
