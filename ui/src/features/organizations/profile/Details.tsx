// What an organization holds once: name, number, industry, size, owner; custom fields, notes, and the record itself.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLongDate } from '@/components/numbers';
import { CustomValues } from '@/features/contacts/profile/Details';
import styles from '@/features/contacts/profile/Details.module.css';
import { FieldRows } from '@/features/contacts/profile/FieldRows';
import { InPlace } from '@/features/contacts/profile/InPlace';
import { Row, Section } from '@/features/contacts/profile/Section';
import type { Organization } from '@/ipc/bindings';
import { useCustomFields } from '../bulk/fields';
import type { EditOrganization } from './useEditOrganization';

type PartProps = { organization: Organization; onEdit: EditOrganization };

const FACTS = ['name', 'number', 'industry', 'size', 'owner'] as const;

export function Facts({ organization, onEdit }: PartProps) {
  const { t } = useTranslation('organizations');
  const fields = FACTS.map((code) => ({
    code,
    label: t(`fields.${code}`),
    value: organization[code] ?? '',
    always: true,
  }));
  return <FieldRows title={t('sections.facts')} fields={fields} onEdit={onEdit} />;
}

export function CustomFields({ organization, onEdit }: PartProps) {
  return <CustomValues fields={useCustomFields()} values={organization.fields} onEdit={onEdit} />;
}

export function Notes({ organization, onEdit }: PartProps) {
  const { t } = useTranslation('profile');
  const [isAdding, setAdding] = useState(false);
  const title = t('sections.notes');
  const isShown = Boolean(organization.notes) || isAdding;
  return (
    <Section title={title} addable={isShown ? [] : [{ code: 'notes', label: title }]} onAdd={() => setAdding(true)}>
      {isShown && (
        <InPlace
          long
          label={title}
          value={organization.notes ?? ''}
          startsOpen={isAdding}
          onClose={() => setAdding(false)}
          onSave={(value) => onEdit({ kind: 'set', field: 'notes', value }, organization.notes ?? '')}
        />
      )}
    </Section>
  );
}

export function Record({ organization }: { organization: Organization }) {
  const { t } = useTranslation('profile');
  const date = useLongDate();
  return (
    <Section title={t('sections.record')}>
      <Row name={t('fields.created')}>
        <span className={styles.fact}>{date(organization.created)}</span>
      </Row>
      <Row name={t('fields.changed')}>
        <span className={styles.fact}>{date(organization.changed)}</span>
      </Row>
    </Section>
  );
}
