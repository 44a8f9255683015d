// What is shown instead of the window's screens while the workspace waits for its passphrase.
import { LockKeyhole } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { TextField } from '@/components/TextField';
import { openWorkspace, unlockWorkspace } from '@/ipc/shell';
import styles from './LockScreen.module.css';

type LockScreenProps = {
  path: string;
  /** A workspace is open now. */
  onOpened: () => void;
};

export function LockScreen({ path, onOpened }: LockScreenProps) {
  const { t } = useTranslation('lock');
  const [passphrase, setPassphrase] = useState('');
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const run = async (work: () => Promise<unknown>) => {
    setWorking(true);
    setFailure(null);
    try {
      if ((await work()) !== null) onOpened();
    } catch (reason) {
      setFailure(reason);
    } finally {
      setWorking(false);
    }
  };
  const unlock = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '' && !isWorking) void run(() => unlockWorkspace(passphrase).then(() => true));
  };
  return (
    <main className={styles.page}>
      <form className={styles.box} onSubmit={unlock}>
        <LockKeyhole aria-hidden="true" className={styles.icon} />
        <h1 className={styles.title}>{t('title', { name: nameOf(path) })}</h1>
        <p className={styles.path}>
          <bdi dir="ltr">{path}</bdi>
        </p>
        <TextField
          label={t('passphrase')}
          type="password"
          autoFocus
          autoComplete="off"
          value={passphrase}
          onChange={setPassphrase}
        />
        <Refusal failure={failure} />
        <Button variant="main" type="submit" isDisabled={isWorking || passphrase === ''}>
          {isWorking ? t('unlocking') : t('unlock')}
        </Button>
        <Button variant="plain" isDisabled={isWorking} onPress={() => void run(openWorkspace)}>
          {t('another')}
        </Button>
      </form>
    </main>
  );
}

/** The name of the file without its folder and its ending. */
function nameOf(path: string): string {
  const last = path.split(/[\\/]/).at(-1) ?? path;
  return last.replace(/\.roster$/, '');
}
