// The backups of the workspace: when, why, how much is in each; look inside, bring the whole back, or make one now.
import { ArchiveRestore } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { useShowFailure } from '@/components/failures';
import { showToast } from '@/components/Toast';
import { ScreenHead } from '@/frame/ScreenHead';
import type { Backups, KeptBackup } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { useJob } from '@/ipc/jobs';
import { reveal } from '@/ipc/shell';
import { BackupRow } from './BackupRow';
import styles from './BackupsScreen.module.css';
import { LookDialog } from './LookDialog';
import { RestoreDialog } from './RestoreDialog';
import { useSize } from './words';

type Shown = { what: 'look' | 'restore'; backup: KeptBackup };

export function BackupsScreen() {
  const { t } = useTranslation('backups');
  const { data } = useAsk('backups_list', {}, { always: true });
  const [shown, setShown] = useState<Shown | null>(null);
  const close = () => setShown(null);
  return (
    <>
      <ScreenHead title={t('title')}>
        <MakeOne />
      </ScreenHead>
      {data?.failure && <p className={styles.failure}>{t('failed', { reason: data.failure })}</p>}
      {data?.backups.length === 0 && (
        <EmptyState icon={<ArchiveRestore aria-hidden="true" />} title={t('none.title')} text={t('none.text')} />
      )}
      {data && data.backups.length > 0 && (
        <div className={styles.scroll}>
          <ul className={styles.list} aria-label={t('title')}>
            {data.backups.map((backup) => (
              <BackupRow key={backup.name} backup={backup} onShow={(what) => setShown({ what, backup })} />
            ))}
          </ul>
          <Folder backups={data} />
        </div>
      )}
      {shown?.what === 'look' && <LookDialog backup={shown.backup} onClose={close} />}
      {shown?.what === 'restore' && <RestoreDialog backup={shown.backup} onClose={close} />}
    </>
  );
}

function MakeOne() {
  const { t } = useTranslation('backups');
  const showFailure = useShowFailure();
  const job = useJob('backup_now');
  const { failure } = job;
  useEffect(() => {
    if (failure) showFailure(failure);
  }, [failure, showFailure]);
  const make = async () => {
    if (await job.run({})) showToast({ title: t('made') });
  };
  return (
    <Button variant="main" isDisabled={job.running} onPress={make}>
      {job.running ? t('making') : t('make')}
    </Button>
  );
}

function Folder({ backups: { folder, bytes } }: { backups: Backups }) {
  const { t } = useTranslation('backups');
  const showFailure = useShowFailure();
  const size = useSize();
  return (
    <div className={styles.folder}>
      <p>
        {t('total', { size: size(bytes) })}{' '}
        <bdi dir="ltr" className="copyable">
          {folder}
        </bdi>
      </p>
      <Button variant="plain" onPress={() => void reveal(folder).catch(showFailure)}>
        {t('showFolder')}
      </Button>
    </div>
  );
}
