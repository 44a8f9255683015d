// Setting, changing or removing the passphrase: what that means, the passphrases, and waiting until it is done.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { Dialog } from '@/components/Dialog';
import { ProgressBar } from '@/components/ProgressBar';
import { Refusal } from '@/components/Refusal';
import { TextField } from '@/components/TextField';
import { showToast } from '@/components/Toast';
import { changePassphrase } from '@/ipc/shell';
import styles from './LockScreen.module.css';

export type Deed = 'set' | 'change' | 'remove';

type PassphraseDialogProps = { deed: Deed; onClose: () => void; onDone: () => void };

/** As the core asks for it. */
const FEWEST = 8;

export function PassphraseDialog({ deed, onClose, onDone }: PassphraseDialogProps) {
  const { t } = useTranslation(['lock', 'common']);
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [isUnderstood, setUnderstood] = useState(false);
  const [wasSent, setSent] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const isShort = deed !== 'remove' && [...next.trim()].length < FEWEST;
  const differs = deed !== 'remove' && next !== again;
  const isReady = (deed === 'set' || present !== '') && (deed !== 'set' || isUnderstood);
  const send = async () => {
    setSent(true);
    if (isShort || differs || !isReady || isWorking) return;
    setWorking(true);
    setFailure(null);
    try {
      const changed = await changePassphrase(deed === 'set' ? null : present, deed === 'remove' ? null : next);
      onClose();
      onDone();
      const left = changed.left.length;
      showToast({ title: t(`done.${deed}`), ...(left > 0 && { detail: t('left', { count: left }) }) });
    } catch (reason) {
      setFailure(reason);
      setWorking(false);
    }
  };
  const actions = (
    <>
      <Button isDisabled={isWorking} onPress={onClose}>
        {t('common:cancel')}
      </Button>
      <Button variant="main" type="submit" isDisabled={isWorking || !isReady}>
        {t(`do.${deed}`)}
      </Button>
    </>
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`titles.${deed}`)}
      actions={actions}
      locked={isWorking}
      onSubmit={() => void send()}
    >
      <div className={styles.form}>
        <p>{t(`texts.${deed}`)}</p>
        {deed !== 'set' && (
          <TextField
            label={t('present')}
            type="password"
            autoFocus
            autoComplete="off"
            value={present}
            onChange={setPresent}
          />
        )}
        {deed !== 'remove' && (
          <>
            <TextField
              label={t('next')}
              type="password"
              autoFocus={deed === 'set'}
              autoComplete="off"
              value={next}
              onChange={setNext}
              description={t('advice')}
              error={wasSent && isShort ? t('short', { count: FEWEST }) : null}
            />
            <TextField
              label={t('again')}
              type="password"
              autoComplete="off"
              value={again}
              onChange={setAgain}
              error={wasSent && !isShort && differs ? t('differs') : null}
            />
          </>
        )}
        {deed === 'set' && (
          <Checkbox isSelected={isUnderstood} onChange={setUnderstood}>
            {t('understood')}
          </Checkbox>
        )}
        {isWorking && <ProgressBar label={t('working')} fraction={null} detail={t('working')} />}
        <Refusal failure={failure} />
      </div>
    </Dialog>
  );
}
