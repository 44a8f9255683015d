// What is shown instead of the window's screens when the workspace can't be opened: what is wrong with the file, and the
// ways on, the best one first: a backup, what can still be read, another file.
import { FileWarning } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { ProgressBar } from '@/components/ProgressBar';
import { Refusal } from '@/components/Refusal';
import { useBackupTime } from '@/features/backups/words';
import type { Examined, KeptBackup, Salvaged } from '@/ipc/bindings';
import { newWorkspace, openWorkspace, rescueRestore, rescueSalvage } from '@/ipc/shell';
import { Report } from './Report';
import styles from './RescueScreen.module.css';

type RescueScreenProps = {
  examined: Examined;
  /** A workspace is open now. */
  onOpened: () => void;
};

/** How many backups are offered; the newest is nearly always the one. */
const OFFERED = 3;

export function RescueScreen({ examined, onOpened }: RescueScreenProps) {
  const { t } = useTranslation('rescue');
  const [working, setWorking] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [salvaged, setSalvaged] = useState<Salvaged | null>(null);
  const run = async <T,>(said: string, work: () => Promise<T | null>, done: (answer: T) => void) => {
    setWorking(said);
    setFailure(null);
    try {
      const answer = await work();
      if (answer !== null) done(answer);
    } catch (reason) {
      setFailure(reason);
    } finally {
      setWorking(null);
    }
  };
  if (salvaged) return <Report salvaged={salvaged} onOpen={onOpened} />;
  const backups = examined.backups.slice(0, OFFERED);
  const mayRead = examined.trouble === 'damaged' || examined.trouble === 'no_database';
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <Wrong examined={examined} />
        {working !== null && <ProgressBar label={working} fraction={null} detail={working} />}
        <Refusal failure={failure} />
        <Backups
          backups={backups}
          isDisabled={working !== null}
          onRestore={(name) => run(t('restoring'), () => rescueRestore(name), onOpened)}
        />
        {mayRead && (
          <Way title={t('salvage.title')} text={t('salvage.text')}>
            <Button isDisabled={working !== null} onPress={() => run(t('salvage.running'), rescueSalvage, setSalvaged)}>
              {t('salvage.action')}
            </Button>
          </Way>
        )}
        <Way title={t('another.title')} text={t('another.text')}>
          <Button isDisabled={working !== null} onPress={() => run(t('opening'), openWorkspace, onOpened)}>
            {t('another.open')}
          </Button>
          <Button isDisabled={working !== null} onPress={() => run(t('opening'), newWorkspace, onOpened)}>
            {t('another.make')}
          </Button>
        </Way>
      </div>
    </main>
  );
}

function Wrong({ examined: { path, trouble, detail } }: { examined: Examined }) {
  const { t } = useTranslation('rescue');
  return (
    <header className={styles.head}>
      <FileWarning aria-hidden="true" className={styles.icon} />
      <div>
        <h1 className={styles.title}>{t('title')}</h1>
        <p className={styles.text}>{t(`troubles.${trouble}`)}</p>
        <p className={styles.path}>
          <bdi dir="ltr" className="copyable">
            {path}
          </bdi>
        </p>
        {detail && (
          <p className={styles.path}>
            <bdi dir="ltr" className="copyable">
              {detail}
            </bdi>
          </p>
        )}
      </div>
    </header>
  );
}

type BackupsProps = { backups: KeptBackup[]; isDisabled: boolean; onRestore: (name: string) => void };

function Backups({ backups, isDisabled, onRestore }: BackupsProps) {
  const { t } = useTranslation(['rescue', 'common', 'backups']);
  const timeOf = useBackupTime();
  if (backups.length === 0) return <Way title={t('backups.none')} text={t('backups.noneText')} />;
  return (
    <Way title={t('backups.title')} text={t('backups.text')}>
      <ul className={styles.backups}>
        {backups.map((backup, place) => (
          <li key={backup.name} className={styles.backup}>
            <span>
              <bdi className={styles.time}>{timeOf(backup)}</bdi>
              <span className={styles.text}>
                {t(`backups:whys.${backup.why ?? 'unknown'}`)}
                {backup.contacts !== null && ` · ${t('common:contacts', { count: backup.contacts })}`}
              </span>
            </span>
            <Button
              variant={place === 0 ? 'main' : 'normal'}
              isDisabled={isDisabled}
              aria-label={t('backups.restoreOf', { time: timeOf(backup) })}
              onPress={() => onRestore(backup.name)}
            >
              {t('backups.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </Way>
  );
}

function Way({ title, text, children }: { title: string; text: string; children?: React.ReactNode }) {
  return (
    <section className={styles.way}>
      <h2 className={styles.heading}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {children && <div className={styles.actions}>{children}</div>}
    </section>
  );
}
