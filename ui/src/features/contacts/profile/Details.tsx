// The rest of what a contact holds: name parts, work, custom fields, details, notes, and the record itself.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLongDate } from '@/components/numbers';
import type { Contact } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import styles from './Details.module.css';
import { FieldRows } from './FieldRows';
import { InPlace } from './InPlace';
import { Row, Section } from './Section';
import type { EditContact } from './useEditContact';

type PartProps = { contact: Contact; onEdit: EditContact };

const NAMES = ['prefix', 'first_name', 'middle_name', 'last_name', 'suffix', 'nickname', 'full_name'] as const;
const MAIN_NAMES: ReadonlySet<string> = new Set(['first_name', 'last_name']);

export function NameParts({ contact, onEdit }: PartProps) {
  const { t } = useTranslation('profile');
  const fields = NAMES.map((code) => ({
    code,
    label: t(`fields.${code}`),
    value: contact[code] ?? '',
    always: MAIN_NAMES.has(code) && !contact.full_name,
  }));
  return <FieldRows title={t('sections.name')} fields={fields} onEdit={onEdit} />;
}

export function Work({ contact, onEdit }: PartProps) {
  const { t } = useTranslation('profile');
  const [main, ...others] = contact.organizations;
  const fields = [
    { code: 'organization', value: main?.name ?? '' },
    { code: 'job_title', value: main?.title ?? contact.job_title ?? '' },
    { code: 'department', value: main?.department ?? contact.department ?? '' },
  ] as const;
  return (
    <>
      <FieldRows
        title={t('sections.work')}
        fields={fields.map(({ code, value }) => ({ code, value, label: t(`fields.${code}`) }))}
        onEdit={onEdit}
      />
      {others.map(({ affiliation_id, name, title }) => (
        <Row key={affiliation_id} name="">
          <bdi>{[name, title].filter(Boolean).join(' · ')}</bdi>
        </Row>
      ))}
    </>
  );
}

const MORE = ['birthday', 'language', 'time_zone', 'lifecycle', 'source'] as const;
const CODES: ReadonlySet<string> = new Set(['birthday', 'language', 'time_zone', 'lifecycle']);

export function More({ contact, onEdit }: PartProps) {
  const { t } = useTranslation('profile');
  const date = useLongDate();
  const fields = MORE.map((code) => {
    const value = contact[code] ?? '';
    const shown = code === 'birthday' && value ? date(value) : undefined;
    return { code, label: t(`fields.${code}`), value, shown, ltr: CODES.has(code) };
  });
  return <FieldRows title={t('sections.details')} fields={fields} onEdit={onEdit} />;
}

export function CustomFields({ contact, onEdit }: PartProps) {
  const { t } = useTranslation('profile');
  const { data } = useAsk('fields_list', {});
  const custom = data?.fields.filter((field) => field.custom) ?? [];
  const fields = custom.map(({ code, label }) => ({ code, label, value: contact.fields[code] ?? '' }));
  return <FieldRows title={t('sections.custom')} fields={fields} onEdit={onEdit} />;
}

export function Notes({ contact, onEdit }: PartProps) {
  const { t } = useTranslation('profile');
  const [isAdding, setAdding] = useState(false);
  const title = t('sections.notes');
  const isShown = Boolean(contact.notes) || isAdding;
  return (
    <Section title={title} addable={isShown ? [] : [{ code: 'notes', label: title }]} onAdd={() => setAdding(true)}>
      {isShown && (
        <InPlace
          long
          label={title}
          value={contact.notes ?? ''}
          startsOpen={isAdding}
          onClose={() => setAdding(false)}
          onSave={(value) => onEdit({ kind: 'set', field: 'notes', value })}
        />
      )}
    </Section>
  );
}

export function Record({ contact }: { contact: Contact }) {
  const { t } = useTranslation('profile');
  const date = useLongDate();
  return (
    <Section title={t('sections.record')}>
      <Row name={t('fields.created')}>
        <span className={styles.fact}>{date(contact.created)}</span>
      </Row>
      <Row name={t('fields.changed')}>
        <span className={styles.fact}>{date(contact.changed)}</span>
      </Row>
      <Row name={t('fields.batch')}>
        <Link className={styles.link} to={`/contacts?batch=${contact.created_batch}`}>
          {t('batch', { batch: contact.created_batch })}
        </Link>
      </Row>
    </Section>
  );
}
