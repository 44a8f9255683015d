// The PIN of somebody: one's own wants the present one; an owner gives anybody a new one, or takes it away.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Refusal } from '@/components/Refusal';
import { TextField } from '@/components/TextField';
import { showToast } from '@/components/Toast';
import type { Person } from '@/ipc/bindings';
import { useChange } from '@/ipc/call';
import styles from './Staff.module.css';

type PinDialogProps = { person: Person; isOwn: boolean; onClose: () => void };

/** As the core asks for it. */
const FEWEST = 4;

export function PinDialog({ person, isOwn, onClose }: PinDialogProps) {
  const { t } = useTranslation(['staff', 'common']);
  const [present, setPresent] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [wasSent, setSent] = useState(false);
  const { mutate, isPending, error } = useChange('staff_pin');
  const asksPresent = isOwn && person.has_pin;
  const set = (next: string | null) => {
    const onSuccess = () => {
      onClose();
      showToast({ title: next === null ? t('pinGone') : t('pinSet') });
    };
    mutate({ id: person.id, present: asksPresent ? present : null, pin: next }, { onSuccess });
  };
  const isShort = [...pin].length < FEWEST;
  const send = () => {
    setSent(true);
    if (!isShort && pin === again) set(pin);
  };
  const actions = (
    <>
      {person.has_pin && (
        <Button variant="plain" isDisabled={isPending} onPress={() => set(null)}>
          {t('removePin')}
        </Button>
      )}
      <Button isDisabled={isPending} onPress={onClose}>
        {t('common:cancel')}
      </Button>
      <Button variant="main" type="submit" isDisabled={isPending}>
        {t('common:save')}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={t('pinOf', { name: person.name })} actions={actions} onSubmit={send}>
      <div className={styles.form}>
        <p className={styles.hint}>{t('pinHint')}</p>
        {asksPresent && <Secret label={t('presentPin')} value={present} onChange={setPresent} autoFocus />}
        <Secret
          label={t('newPin')}
          value={pin}
          onChange={setPin}
          autoFocus={!asksPresent}
          error={wasSent && isShort ? t('shortPin', { count: FEWEST }) : null}
        />
        <Secret
          label={t('againPin')}
          value={again}
          onChange={setAgain}
          error={wasSent && !isShort && pin !== again ? t('differs') : null}
        />
        <Refusal failure={error} />
      </div>
    </Dialog>
  );
}

type SecretProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
  error?: string | null;
};

function Secret({ autoFocus = false, error = null, ...props }: SecretProps) {
  return <TextField {...props} type="password" autoComplete="off" autoFocus={autoFocus} error={error} />;
}
