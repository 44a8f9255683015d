// A value of a custom field in a form: a new contact's required fields, the default of a field. Text, numbers, money and
// dates are typed in the language of the window; what the form gets is the kept form, or the text itself where it can't be
// read, for the core to refuse with its reason.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '@/components/TextField';
import { Choice, Choices } from './Choices';
import { type Shape, useFormats } from './formats';
import { TypedDay } from './TypedDay';

type ValueFieldProps = {
  field: Shape & { label: string };
  value: string;
  onChange: (value: string) => void;
  error?: string | null;
  isRequired?: boolean;
};

export function ValueField({ field, value, onChange, error, isRequired = false }: ValueFieldProps) {
  const { t } = useTranslation('fields');
  const formats = useFormats();
  const [text, setText] = useState(() => formats.typed(field, value));
  if (field.type === 'many_of') return <Choices field={field} value={value} onChange={onChange} />;
  if (field.type === 'one_of' || field.type === 'yes_no')
    return <Choice field={{ ...field, required: isRequired }} value={value} onChange={onChange} />;
  const type = (typed: string) => {
    setText(typed);
    try {
      onChange(formats.kept(field, typed));
    } catch {
      onChange(typed);
    }
  };
  const common = { label: field.label, value: text, onChange: type, error, isRequired };
  if (field.type === 'date') return <TypedDay {...common} placeholder={formats.typed(field, '2026-12-31')} />;
  return (
    <TextField
      {...common}
      rows={field.type === 'long_text' ? 3 : undefined}
      ltr={['number', 'money', 'url'].includes(field.type)}
      description={field.type === 'money' && field.currency ? t('inCurrency', { currency: field.currency }) : undefined}
    />
  );
}
