// A field of all selected contacts: which one and what it shall say. What is chosen from a list in a profile is chosen here.
import { useTranslation } from 'react-i18next';
import { type Choice, Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { ValueField } from '@/features/fields/values/ValueField';
import { useChoices } from '@/features/filters/values/useChoices';
import type { Field } from '@/ipc/bindings';
import { useColumnFields } from '../columns';
import { useLanguageSections, useTimeZoneSections } from '../profile/lists';

const FLAGS = new Set(['do_not_contact', 'deceased']);
const WITHHELD = new Set(['uid', 'created', 'consents']);

/** Default fields whose values are chosen. */
const CHOSEN = new Set([...FLAGS, 'lifecycle', 'preferred_channel', 'contact_frequency', 'language', 'time_zone']);

/** What is asked for at first: a choice that is still to be made, or a text that is still empty. */
export const begin = (code: string): string | null => (CHOSEN.has(code) ? null : '');

/** The choice that empties the field; no other can be called so. */
const NONE = '\u0000';

/** Whether many contacts can be given one value of the field. */
function isSettable({ code, section, type }: Field): boolean {
  if (WITHHELD.has(code)) return false;
  return section === 'custom' || section === 'name' || FLAGS.has(code) || (section === 'more' && type !== 'list');
}

type SetFieldProps = {
  code: string;
  onCode: (code: string) => void;
  /** Null while nothing was chosen. */
  value: string | null;
  onValue: (value: string) => void;
  isDisabled: boolean;
};

export function SetField({ code, onCode, isDisabled, ...props }: SetFieldProps) {
  const { t } = useTranslation('contacts');
  const { fields, labelOf } = useColumnFields();
  const settable = fields.filter(isSettable);
  const field = settable.find((one) => one.code === code);
  return (
    <>
      <Select
        label={t('bulk.field')}
        choices={settable.map((one) => ({ id: one.code, label: labelOf(one.code) }))}
        value={code}
        onChange={onCode}
        isDisabled={isDisabled}
      />
      {field && <Value key={code} field={field} {...props} />}
    </>
  );
}

type ValueProps = Pick<SetFieldProps, 'value' | 'onValue'> & { field: Field };

function Value({ field, value, onValue }: ValueProps) {
  const { t } = useTranslation(['contacts', 'fields']);
  const choices = useValueChoices(field);
  const label = t('bulk.label.set_field');
  if (choices.length > 0)
    return (
      <Select
        label={label}
        choices={FLAGS.has(field.code) ? choices : [...choices, { id: NONE, label: t('fields:noValue') }]}
        value={value === '' ? NONE : value}
        onChange={(id) => onValue(id === NONE ? '' : id)}
      />
    );
  if (field.custom || field.type === 'date')
    return <ValueField field={{ ...field, label }} value={value ?? ''} onChange={onValue} />;
  return (
    <TextField
      label={label}
      description={t('bulk.empties')}
      value={value ?? ''}
      onChange={onValue}
      rows={field.type === 'long_text' ? 3 : undefined}
      autoFocus
    />
  );
}

/** What the value of a default field is chosen from; nothing where it is typed. */
function useValueChoices({ code, type, custom }: Field): Choice[] {
  const languages = useLanguageSections();
  const zones = useTimeZoneSections();
  const shape = type === 'yes_no' ? 'yes_no' : 'text';
  const few = useChoices(
    custom ? undefined : { code, label: null, shape, values: [], operators: [], has: true, count: false },
  );
  const listed = (sections: typeof languages) => sections.flatMap(({ items }) => items);
  if (code === 'language') return listed(languages);
  if (code === 'time_zone') return listed(zones);
  return few;
}
