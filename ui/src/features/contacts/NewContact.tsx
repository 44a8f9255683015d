// Quick create: a name and one way to reach the contact; the whole profile opens for the rest.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { useFailureText } from '@/components/failures';
import { TextField } from '@/components/TextField';
import { useUndo } from '@/frame/undo';
import type { FieldValue } from '@/ipc/bindings';
import { useChange } from '@/ipc/call';
import styles from './NewContact.module.css';

type Draft = { first: string; last: string; point: string };

/** An address is what holds an @; everything else is taken for a phone number. */
export function fieldsOf({ first, last, point }: Draft): FieldValue[] {
  const fields = [
    { field: 'first_name', value: first.trim() },
    { field: 'last_name', value: last.trim() },
    { field: point.includes('@') ? 'email' : 'phone', value: point.trim() },
  ];
  return fields.filter(({ value }) => value !== '');
}

type NewContactProps = { isOpen: boolean; onClose: () => void; onCreated: (id: number) => void };

export function NewContact(props: NewContactProps) {
  const { t } = useTranslation('contacts');
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={t('create.title')}
      actions={<Actions onClose={props.onClose} />}
    >
      <Form {...props} />
    </Dialog>
  );
}

const FORM = 'new-contact';

function Actions({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['contacts', 'common']);
  return (
    <>
      <Button onPress={onClose}>{t('common:cancel')}</Button>
      <Button variant="main" type="submit" form={FORM}>
        {t('create.save')}
      </Button>
    </>
  );
}

function Form({ onClose, onCreated }: NewContactProps) {
  const { t } = useTranslation('contacts');
  const [draft, setDraft] = useState<Draft>({ first: '', last: '', point: '' });
  const { mutate, error, isPending } = useChange('contact_create');
  const { confirm } = useUndo();
  const inWords = useFailureText();

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    mutate(
      { set: fieldsOf(draft) },
      {
        onSuccess: ({ contact, batch, warnings: [warning] }) => {
          onClose();
          confirm(warning?.message ?? t('create.created', { name: contact.name }), batch);
          onCreated(contact.id);
        },
      },
    );
  };

  const set = (part: keyof Draft) => (text: string) => setDraft((old) => ({ ...old, [part]: text }));
  const refused = error?.fields.find(({ field }) => field === 'email' || field === 'phone');
  const other = error && !refused ? inWords(error).message : null;

  return (
    <form id={FORM} className={styles.form} onSubmit={save}>
      <div className={styles.names}>
        <TextField label={t('create.firstName')} value={draft.first} onChange={set('first')} error={other} autoFocus />
        <TextField label={t('create.lastName')} value={draft.last} onChange={set('last')} />
      </div>
      <TextField
        label={t('create.point')}
        value={draft.point}
        onChange={set('point')}
        description={t('create.pointHint')}
        error={refused?.message}
        ltr
      />
    </form>
  );
}
