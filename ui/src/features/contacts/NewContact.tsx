// Quick create: a name, one way to reach the contact and what the office requires; the whole profile opens for the rest.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { useFailureText } from '@/components/failures';
import { TextField } from '@/components/TextField';
import { ValueField } from '@/features/fields/values/ValueField';
import { OrganizationPicker } from '@/features/organizations/OrganizationPicker';
import { useUndo } from '@/frame/undo';
import type { ContactChanged, FieldValue, OrganizationChoice } from '@/ipc/bindings';
import { useAsk, useChange } from '@/ipc/call';
import styles from './NewContact.module.css';
import { PointRemark } from './profile/PointRemark';

type Draft = {
  first: string;
  last: string;
  point: string;
  organization?: OrganizationChoice | null;
  /** Required custom fields, by code. */
  required?: Record<string, string>;
};

/** An address is what holds an @; everything else is taken for a phone number. */
const kindOf = (point: string) => (point.includes('@') ? 'email' : 'phone');

/** What is sent for a draft: the fields that were filled in. */
export function fieldsOf({ first, last, point, required = {} }: Draft): FieldValue[] {
  const fields = [
    { field: 'first_name', value: first.trim() },
    { field: 'last_name', value: last.trim() },
    { field: kindOf(point), value: point.trim() },
    ...Object.entries(required).map(([field, value]) => ({ field, value })),
  ];
  return fields.filter(({ value }) => value !== '');
}

type NewContactProps = { isOpen: boolean; onClose: () => void; onCreated: (id: number) => void };

export function NewContact({ isOpen, onClose, onCreated }: NewContactProps) {
  const { t } = useTranslation(['contacts', 'common']);
  const { data } = useAsk('workspace_info', {});
  const { data: known } = useAsk('fields_list', {});
  const isBelonging = data?.settings.organization_required ?? false;
  const required = known?.fields.filter((field) => field.custom && field.required && !field.default) ?? [];
  const { draft, set, setRequired, choose, save, refused, refusedField, other } = useDraft(isOpen, (id) => {
    onClose();
    onCreated(id);
  });
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      onSubmit={save}
      title={t('create.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit">
            {t('create.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.names}>
          <TextField
            label={t('create.firstName')}
            value={draft.first}
            onChange={set('first')}
            error={other}
            autoFocus
          />
          <TextField label={t('create.lastName')} value={draft.last} onChange={set('last')} />
        </div>
        <TextField
          label={t('create.point')}
          value={draft.point}
          onChange={set('point')}
          description={t('create.pointHint')}
          error={refused}
          ltr
        />
        <PointRemark kind={kindOf(draft.point)} value={draft.point} />
        <OrganizationPicker
          key={`organization ${isOpen}`}
          label={isBelonging ? t('create.organization') : t('create.organizationIfAny')}
          value={null}
          onChange={choose}
          error={refusedField('organization')}
        />
        {required.map((field) => (
          <ValueField
            key={`${field.code} ${isOpen}`}
            field={field}
            value={draft.required?.[field.code] ?? ''}
            onChange={setRequired(field.code)}
            error={refusedField(field.code)}
          />
        ))}
      </div>
    </Dialog>
  );
}

const BLANK: Draft = { first: '', last: '', point: '' };

/** What is typed, and saving it. Each opening of the dialog begins with nothing. */
function useDraft(isOpen: boolean, onDone: (id: number) => void) {
  const { t } = useTranslation('contacts');
  const [draft, setDraft] = useState(BLANK);
  const [wasOpen, setWasOpen] = useState(isOpen);
  const alone = useChange('contact_create');
  const within = useChange('organization_contact_create');
  const { confirm } = useUndo();
  const inWords = useFailureText();
  const { reset: resetAlone } = alone;
  const { reset: resetWithin } = within;
  const error = draft.organization ? within.error : alone.error;

  if (isOpen !== wasOpen) {
    setWasOpen(isOpen);
    setDraft(BLANK);
  }
  useEffect(() => {
    if (!isOpen) return;
    resetAlone();
    resetWithin();
  }, [isOpen, resetAlone, resetWithin]);

  const onSuccess = ({ contact, batch, warnings: [warning] }: ContactChanged) => {
    confirm(warning?.message ?? t('create.created', { name: contact.name }), batch);
    onDone(contact.id);
  };
  const save = () => {
    if (alone.isPending || within.isPending) return;
    const { organization } = draft;
    if (organization) within.mutate({ organization, role: '', set: fieldsOf(draft) }, { onSuccess });
    else alone.mutate({ set: fieldsOf(draft) }, { onSuccess });
  };

  const refused = error?.fields.find(({ field }) => field === 'email' || field === 'phone')?.message ?? null;
  const refusedField = (code: string) => error?.fields.find(({ field }) => field === code)?.message ?? null;
  const isBelow =
    error?.fields.some(({ field }) => field === 'organization' || field in (draft.required ?? {})) ?? false;
  const other = error && !refused && !isBelow ? inWords(error).message : null;
  const choose = (organization: OrganizationChoice | null) => setDraft((old) => ({ ...old, organization }));
  const set = (part: 'first' | 'last' | 'point') => (text: string) => setDraft((old) => ({ ...old, [part]: text }));
  const setRequired = (code: string) => (value: string) =>
    setDraft((old) => ({ ...old, required: { ...old.required, [code]: value } }));
  return { draft, set, setRequired, choose, save, refused, refusedField, other };
}
