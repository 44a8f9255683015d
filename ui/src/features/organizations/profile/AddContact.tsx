// Adding a contact to an organization: one that is found by typing, or a new one with a name and a way to reach it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { useFailureText } from '@/components/failures';
import { Segmented } from '@/components/Segmented';
import { TextField } from '@/components/TextField';
import form from '@/features/contacts/NewContact.module.css';
import { useUndo } from '@/frame/undo';
import type { FieldValue, Organization } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { type Failure, toFailure } from '@/ipc/failure';
import { ContactPicker, type PickedContact } from './ContactPicker';

type AddContactProps = { organization: Organization; onClose: () => void };
type Way = 'existing' | 'new';
type Draft = { first: string; last: string; point: string; title: string };

const BLANK: Draft = { first: '', last: '', point: '', title: '' };

function fieldsOf({ first, last, point, title }: Draft): FieldValue[] {
  const fields = [
    { field: 'first_name', value: first.trim() },
    { field: 'last_name', value: last.trim() },
    { field: 'job_title', value: title.trim() },
    { field: point.includes('@') ? 'email' : 'phone', value: point.trim() },
  ];
  return fields.filter(({ value }) => value !== '');
}

/** Mounted anew by each opening, so that it begins with nothing. */
export function AddContact({ organization, onClose }: AddContactProps) {
  const { t } = useTranslation(['organizations', 'contacts', 'common']);
  const inWords = useFailureText();
  const { confirm } = useUndo();
  const [way, setWay] = useState<Way>('existing');
  const [picked, setPicked] = useState<PickedContact | null>(null);
  const [draft, setDraft] = useState(BLANK);
  const [role, setRole] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const set = (part: keyof Draft) => (text: string) => setDraft((old) => ({ ...old, [part]: text }));

  const send = async (): Promise<{ name: string; batch: number | null } | null> => {
    if (way === 'existing') {
      if (!picked) return null;
      const input = { organization: organization.id, contacts: [picked.id], role };
      return { name: picked.name, batch: (await call('organization_contacts_add', input)).batch };
    }
    const choice = { id: organization.id, name: organization.name, kind: organization.kind };
    const input = { organization: choice, role, set: fieldsOf(draft) };
    const { contact, batch } = await call('organization_contact_create', input);
    return { name: contact.name, batch };
  };
  const save = () => {
    send()
      .then((done) => {
        if (!done) return;
        confirm(t('contacts.added', { name: done.name }), done.batch);
        onClose();
      })
      .catch((reason) => setFailure(toFailure(reason)));
  };
  const error = failure && inWords(failure).message;

  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={save}
      title={t('contacts.addTitle', { name: organization.name })}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={way === 'existing' && !picked}>
            {t('contacts.add')}
          </Button>
        </>
      }
    >
      <div className={form.form}>
        <Segmented
          quiet
          label={t('contacts.which')}
          choices={[
            { id: 'existing', label: t('contacts.existing') },
            { id: 'new', label: t('contacts.new') },
          ]}
          value={way}
          onChange={(id) => setWay(id as Way)}
        />
        {way === 'existing' ? (
          <ContactPicker label={t('contacts.contact')} onChange={setPicked} error={error} />
        ) : (
          <>
            <div className={form.names}>
              <TextField
                label={t('contacts:create.firstName')}
                value={draft.first}
                onChange={set('first')}
                error={error}
                autoFocus
              />
              <TextField label={t('contacts:create.lastName')} value={draft.last} onChange={set('last')} />
            </div>
            <TextField label={t('contacts:create.point')} value={draft.point} onChange={set('point')} ltr />
            <TextField label={t('contacts.title')} value={draft.title} onChange={set('title')} />
          </>
        )}
        <TextField
          label={t('contacts.roleField')}
          description={t('contacts.roleHint')}
          value={role}
          onChange={setRole}
        />
      </div>
    </Dialog>
  );
}
