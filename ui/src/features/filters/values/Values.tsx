// What is typed or chosen behind the operator of a condition, by the kind of its field.
import { useTranslation } from 'react-i18next';
import { Select } from '@/components/Select';
import type { FilterField } from '@/ipc/bindings';
import styles from '../FilterBuilder.module.css';
import type { Row } from '../model';
import { arity } from '../operators';
import { ManyField } from './ManyField';
import { Typed } from './Typed';
import { useChoices } from './useChoices';
import { LengthField, WhenField } from './WhenField';

type ValuesProps = { row: Row; field: FilterField | undefined; onChange: (values: string[]) => void };

export function Values({ row, field, onChange }: ValuesProps) {
  const { t } = useTranslation('filters');
  const choices = useChoices(field);
  const { operator, values } = row;
  const [first = ''] = values;
  const isSpan = operator.includes('within');
  const compares = !isSpan && !operator.startsWith('count');
  if (arity(operator) === 0) return <span />;
  if (isSpan) {
    return (
      <span className={styles.values}>
        <LengthField value={first} onChange={(text) => onChange([text])} />
      </span>
    );
  }
  if (operator.startsWith('count')) {
    return (
      <span className={styles.values}>
        <Typed label={t('howMany')} value={first} isNumber onChange={(text) => onChange([text])} />
      </span>
    );
  }
  if (arity(operator) === 'many') {
    if (choices.length > 0) return <ManyField choices={choices} values={values} onChange={onChange} />;
    const split = (text: string) => onChange(text.split(',').map((one) => one.trimStart()));
    return <Typed label={t('values')} value={values.join(', ')} placeholder={t('several')} onChange={split} />;
  }
  if (compares && choices.length > 0 && (operator === '=' || operator === '!=')) {
    const known = choices.some(({ id }) => id === first) || first === '' ? [] : [{ id: first, label: first }];
    return (
      <Select
        label={t('value')}
        quiet
        placeholder={t('choose')}
        choices={[...choices, ...known]}
        value={first || null}
        onChange={(id) => onChange([id])}
      />
    );
  }
  return (
    <span className={styles.values}>
      {Array.from({ length: arity(operator) as number }, (_, index) => {
        const change = (text: string) => onChange(values.map((old, at) => (at === index ? text : old)));
        const value = values[index] ?? '';
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells the two ends apart
        if (field?.shape === 'date') return <WhenField key={index} value={value} onChange={change} />;
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells the two ends apart
        return <Typed key={index} label={t('value')} value={value} onChange={change} />;
      })}
    </span>
  );
}
