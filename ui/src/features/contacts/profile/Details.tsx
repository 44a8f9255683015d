// The rest of what a contact holds: name parts, details, notes, and the record itself.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLongDate } from '@/components/numbers';
import { CustomValue } from '@/features/fields/values/CustomValue';
import type { Contact, Field } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import styles from './Details.module.css';
import { FieldRows } from './FieldRows';
import { InPlace } from './InPlace';
import { useLanguageSections, useTimeZoneSections } from './lists';
import { Pick } from './Pick';
import { Row, Section } from './Section';
import type { EditContact, EditRecord } from './useEditContact';
import { LIFECYCLE, useStage } from './words';

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

/** Birthday, lifecycle, language, time zone, source: always there, since each is a press away from being chosen. */
export function More({ contact, onEdit }: PartProps) {
  const { t } = useTranslation('profile');
  const date = useLongDate();
  const stage = useStage();
  const choose = (field: string) => (id: string | null) => onEdit({ kind: 'set', field, value: id ?? '' });
  const text = (field: 'birthday' | 'source') => (value: string) =>
    onEdit({ kind: 'set', field, value }, contact[field] ?? '');
  const stages = Object.entries(LIFECYCLE).map(([category, names]) => ({
    id: category,
    title: t(`stages.${category as keyof typeof LIFECYCLE}.title`),
    items: names.map((name) => ({ id: `${category}/${name}`, label: stage(`${category}/${name}`) })),
  }));
  return (
    <Section title={t('sections.details')}>
      <Row name={t('fields.lifecycle')}>
        <Pick label={t('fields.lifecycle')} value={contact.lifecycle} sections={stages} onChoose={choose('lifecycle')}>
          {contact.lifecycle ? <bdi>{stage(contact.lifecycle)}</bdi> : undefined}
        </Pick>
      </Row>
      <Row name={t('fields.birthday')}>
        <InPlace
          ltr
          label={t('fields.birthday')}
          value={contact.birthday ?? ''}
          hint={t('dateHint')}
          day={contact.birthday ?? ''}
          onSave={text('birthday')}
        >
          {contact.birthday ? <span>{date(contact.birthday)}</span> : undefined}
        </InPlace>
      </Row>
      <Row name={t('fields.language')}>
        <Pick
          label={t('fields.language')}
          value={contact.language}
          sections={useLanguageSections()}
          onChoose={choose('language')}
        />
      </Row>
      <Row name={t('fields.time_zone')}>
        <Pick
          label={t('fields.time_zone')}
          value={contact.time_zone}
          sections={useTimeZoneSections()}
          onChoose={choose('time_zone')}
        />
      </Row>
      <Row name={t('fields.source')}>
        <InPlace label={t('fields.source')} value={contact.source ?? ''} onSave={text('source')} />
      </Row>
    </Section>
  );
}

export function CustomFields({ contact, onEdit }: PartProps) {
  const { data } = useAsk('fields_list', {});
  const custom = data?.fields.filter((field) => field.custom) ?? [];
  return <CustomValues fields={custom} values={contact.fields} onEdit={onEdit} />;
}

type CustomValuesProps = { fields: Field[]; values: Record<string, string>; onEdit: EditRecord };

/** The values of custom fields, of a contact or of an organization. */
export function CustomValues({ fields, values, onEdit }: CustomValuesProps) {
  const { t } = useTranslation('profile');
  const [added, setAdded] = useState<string | null>(null);
  const shown = fields.filter(({ code, required }) => values[code] || required || code === added);
  const addable = fields.filter((field) => !shown.includes(field));
  if (fields.length === 0) return null;
  return (
    <Section title={t('sections.custom')} addable={addable} onAdd={setAdded}>
      {shown.map((field) => (
        <Row key={field.code} name={field.label}>
          <CustomValue
            key={field.code === added ? 'adding' : 'shown'}
            field={field}
            value={values[field.code] ?? ''}
            startsOpen={field.code === added}
            onClose={() => setAdded(null)}
            onSave={(value) => onEdit({ kind: 'set', field: field.code, value }, values[field.code] ?? '')}
          />
        </Row>
      ))}
    </Section>
  );
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
          hint={t('notesHint')}
          startsOpen={isAdding}
          onClose={() => setAdding(false)}
          onSave={(value) => onEdit({ kind: 'set', field: 'notes', value }, contact.notes ?? '')}
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
