// A member made directly: a new contact who is one from the beginning. What else is known of them is added in the profile.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { TextField } from '@/components/TextField';
import { TypedDay } from '@/features/fields/values/TypedDay';
import styles from '@/features/groups/GroupDialog.module.css';
import { useSave } from '@/features/groups/useSave';
import { call } from '@/ipc/call';
import { useTyped } from './dates';

const BLANK = { first_name: '', last_name: '', email: '', phone: '' };

type NewMemberProps = { onClose: () => void; onCreated: (id: number) => void };

export function NewMember({ onClose, onCreated }: NewMemberProps) {
  const { t } = useTranslation(['members', 'common']);
  const typed = useTyped();
  const { save, isSaving, errorOf } = useSave(onClose);
  const [person, setPerson] = useState(BLANK);
  const [number, setNumber] = useState('');
  const [joined, setJoined] = useState('');
  const put = (field: keyof typeof BLANK) => (value: string) => setPerson({ ...person, [field]: value });
  const set = Object.entries(person)
    .map(([field, value]) => ({ field, value: value.trim() }))
    .filter(({ value }) => value !== '');
  const name = [person.first_name, person.last_name].filter(Boolean).join(' ').trim() || person.email || person.phone;
  const submit = () => {
    let made = 0;
    const work = async () => {
      const { member, batch } = await call('member_create', { set, number, joined: typed.day(joined) });
      made = member.contact_id;
      return { batch };
    };
    void save(work, t('create.done', { name }), () => onCreated(made));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={submit}
      title={t('create.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={isSaving || set.length === 0}>
            {t('create.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.pair}>
          <TextField label={t('create.firstName')} value={person.first_name} onChange={put('first_name')} autoFocus />
          <TextField label={t('create.lastName')} value={person.last_name} onChange={put('last_name')} />
        </div>
        <div className={styles.pair}>
          <TextField
            label={t('create.email')}
            value={person.email}
            onChange={put('email')}
            error={errorOf('email')}
            ltr
          />
          <TextField
            label={t('create.phone')}
            value={person.phone}
            onChange={put('phone')}
            error={errorOf('phone')}
            ltr
          />
        </div>
        <div className={styles.pair}>
          <TextField
            label={t('create.number')}
            description={t('create.numberHint')}
            value={number}
            onChange={setNumber}
            error={errorOf('number')}
            ltr
          />
          <TypedDay
            label={t('create.joined')}
            description={t('create.joinedHint')}
            value={joined}
            onChange={setJoined}
            error={errorOf('joined')}
          />
        </div>
        {errorOf(null) && <p className={styles.error}>{errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}
