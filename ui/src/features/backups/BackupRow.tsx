// One backup in the list: its time and reason, what is in it, and what can be done with it.
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useNumber } from '@/components/numbers';
import type { KeptBackup } from '@/ipc/bindings';
import styles from './BackupsScreen.module.css';
import { useBackupTime, useSize } from './words';

type BackupRowProps = { backup: KeptBackup; onShow: (what: 'look' | 'restore') => void };

export function BackupRow({ backup, onShow }: BackupRowProps) {
  const { t } = useTranslation('backups');
  const time = useBackupTime()(backup);
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <span className={styles.time}>
          <bdi>{time}</bdi>
        </span>
        <span className={styles.why}>{backup.readable ? t(`whys.${backup.why ?? 'unknown'}`) : t('unreadable')}</span>
      </div>
      <Counts backup={backup} />
      <div className={styles.buttons}>
        <Button isDisabled={!backup.readable} aria-label={t('lookInto', { time })} onPress={() => onShow('look')}>
          {t('look')}
        </Button>
        <Button isDisabled={!backup.readable} aria-label={t('restoreFrom', { time })} onPress={() => onShow('restore')}>
          {t('restore')}
        </Button>
      </div>
    </li>
  );
}

function Counts({ backup: { contacts, organizations, bytes } }: { backup: KeptBackup }) {
  const { t } = useTranslation('common');
  const { t: own } = useTranslation('backups');
  const number = useNumber();
  const size = useSize();
  return (
    <div className={styles.counts}>
      <span>{contacts === null ? '' : t('contacts', { count: contacts })}</span>
      <span className={styles.dim}>
        {organizations ? own('organizations', { count: organizations, number: number(organizations) }) : ''}
      </span>
      <span className={styles.dim}>{size(bytes)}</span>
    </div>
  );
}
