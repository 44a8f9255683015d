// What is shown instead of the window's screens until somebody has said who they are, where the workspace has profiles.
import { CircleUser } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { TextField } from '@/components/TextField';
import lock from '@/features/lock/LockScreen.module.css';
import type { Person } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { openWorkspace } from '@/ipc/shell';
import styles from './Staff.module.css';

type WhoScreenProps = { people: Person[] /** Somebody is at the desk now. */; onEntered: () => void };

export function WhoScreen({ people, onEntered }: WhoScreenProps) {
  const { t } = useTranslation('staff');
  const [chosen, setChosen] = useState<Person | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const run = async (work: () => Promise<unknown>) => {
    setWorking(true);
    setFailure(null);
    try {
      if ((await work()) !== null) onEntered();
    } catch (reason) {
      setFailure(reason);
    } finally {
      setWorking(false);
    }
  };
  const enter = ({ name }: Person, pin: string | null) => run(() => call('staff_enter', { name, pin }));
  const choose = (person: Person) => {
    setFailure(null);
    if (person.has_pin) setChosen(person);
    else void enter(person, null);
  };
  return (
    <main className={lock.page}>
      <div className={lock.box}>
        <CircleUser aria-hidden="true" className={lock.icon} />
        <h1 className={lock.title}>{chosen ? <bdi>{chosen.name}</bdi> : t('who')}</h1>
        {chosen ? (
          <Pin
            isWorking={isWorking}
            failure={failure}
            onPin={(pin) => void enter(chosen, pin)}
            onBack={() => setChosen(null)}
          />
        ) : (
          <>
            <ul className={styles.people} aria-label={t('who')}>
              {people.map((person, place) => (
                <li key={person.id}>
                  <Button autoFocus={place === 0} isDisabled={isWorking} onPress={() => choose(person)}>
                    <bdi>{person.name}</bdi> <span className={styles.role}>{t(`roles.${person.role}`)}</span>
                  </Button>
                </li>
              ))}
            </ul>
            <Refusal failure={failure} />
            <Button variant="plain" isDisabled={isWorking} onPress={() => void run(openWorkspace)}>
              {t('another')}
            </Button>
          </>
        )}
      </div>
    </main>
  );
}

type PinProps = { isWorking: boolean; failure: unknown; onPin: (pin: string) => void; onBack: () => void };

function Pin({ isWorking, failure, onPin, onBack }: PinProps) {
  const { t } = useTranslation('staff');
  const [pin, setPin] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pin !== '' && !isWorking) onPin(pin);
  };
  return (
    <form className={lock.form} onSubmit={submit}>
      <TextField label={t('pin')} type="password" autoFocus autoComplete="off" value={pin} onChange={setPin} />
      <Refusal failure={failure} />
      <Button variant="main" type="submit" isDisabled={isWorking || pin === ''}>
        {t('enter')}
      </Button>
      <Button variant="plain" isDisabled={isWorking} onPress={onBack}>
        {t('back')}
      </Button>
    </form>
  );
}
