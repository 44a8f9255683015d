// Bringing the whole workspace back to a backup: what that means, then the doing.
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { ProgressBar } from '@/components/ProgressBar';
import { Refusal } from '@/components/Refusal';
import { showToast } from '@/components/Toast';
import type { KeptBackup } from '@/ipc/bindings';
import { useJob } from '@/ipc/jobs';
import styles from './BackupsScreen.module.css';
import { useBackupTime } from './words';

export function RestoreDialog({ backup, onClose }: { backup: KeptBackup; onClose: () => void }) {
  const { t } = useTranslation(['backups', 'common']);
  const time = useBackupTime()(backup);
  const job = useJob('backups_restore');
  const restore = async () => {
    const restored = await job.run({ name: backup.name });
    if (!restored) return;
    onClose();
    const { erased_again: again, still_there: still } = restored;
    const details = [
      t('restoredDetail'),
      ...(again > 0 ? [t('erasedAgain', { count: again })] : []),
      ...(still > 0 ? [t('stillThere', { count: still })] : []),
    ];
    showToast({ title: t('restored', { time }), detail: details.join(' ') });
  };
  const actions = (
    <>
      <Button isDisabled={job.running} onPress={onClose}>
        {t('common:cancel')}
      </Button>
      <Button variant="main" isDisabled={job.running} onPress={restore}>
        {t('restoreAll')}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={t('restoreTitle')} actions={actions} locked={job.running}>
      <p>{t('restoreText', { time })}</p>
      <p className={styles.dim}>{t('restoreKept')}</p>
      {job.running && <ProgressBar label={t('restoring')} fraction={null} detail={t('restoring')} />}
      <Refusal failure={job.failure} />
    </Dialog>
  );
}
