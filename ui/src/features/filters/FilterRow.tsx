// One condition: field, operator, value, each chosen or typed; and whether it is turned round.
import { X } from 'lucide-react';
import { Input, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { Select } from '@/components/Select';
import input from '@/components/TextField.module.css';
import type { FilterField } from '@/ipc/bindings';
import styles from './FilterBuilder.module.css';
import type { Row } from './model';
import { arity, firstOperator, fitted, operatorsOf, wordsOf } from './operators';
import { useFilterWords } from './useFilterWords';

type FilterRowProps = { row: Row; fields: FilterField[]; onChange: (row: Row) => void; onRemove: () => void };

/** Stands for a search among the fields. */
const SEARCH = '';

export function FilterRow({ row, fields, onChange, onRemove }: FilterRowProps) {
  const { t } = useTranslation('filters');
  const { fieldName } = useFilterWords();
  const field = fields.find(({ code }) => code === row.field);
  const setField = (code: string) => {
    const next = fields.find((candidate) => candidate.code === code);
    if (code === 'matches') onChange({ ...row, field: SEARCH, operator: 'matches', values: [''] });
    else if (next) onChange({ ...row, field: code, operator: firstOperator(next), values: [''] });
  };
  const setOperator = (id: string) => {
    const not = id.startsWith('not ');
    const operator = not ? id.slice(4) : id;
    onChange({ ...row, not, operator, values: fitted(row.values, operator) });
  };
  const words = (id: string) => {
    const not = id.startsWith('not ');
    const key = wordsOf(not ? id.slice(4) : id);
    return not ? t('not', { operator: t(`operators.${key}`) }) : t(`operators.${key}`);
  };
  const operators = field ? operatorsOf(field) : ['matches'];
  const known = operators.includes(row.operator) ? operators : [...operators, row.operator];
  const choices = known.filter((id) => id !== '!=' || row.operator === '!=').flatMap((id) => [id, `not ${id}`]);

  return (
    <div className={styles.row}>
      <Select
        label={t('field')}
        quiet
        choices={[
          ...fields.map((one) => ({ id: one.code, label: fieldName(one) })),
          { id: 'matches', label: t('search') },
        ]}
        value={row.field === SEARCH ? 'matches' : row.field}
        onChange={setField}
      />
      <Select
        label={t('operator')}
        quiet
        choices={choices.map((id) => ({ id, label: words(id) }))}
        value={row.not ? `not ${row.operator}` : row.operator}
        onChange={setOperator}
      />
      <Values row={row} field={field} onChange={(values) => onChange({ ...row, values })} />
      <IconButton size="small" icon={<X />} label={t('removeCondition')} onPress={onRemove} />
    </div>
  );
}

type ValuesProps = { row: Row; field: FilterField | undefined; onChange: (values: string[]) => void };

function Values({ row, field, onChange }: ValuesProps) {
  const { t } = useTranslation('filters');
  const count = arity(row.operator);
  if (count === 0) return <span />;
  const compares = !row.operator.includes('within') && !row.operator.startsWith('count');
  if (compares && count === 1 && field?.shape === 'yes_no') {
    const choices = (['yes', 'no'] as const).map((id) => ({ id, label: t(id) }));
    return (
      <Select
        label={t('value')}
        quiet
        choices={choices}
        value={row.values[0] ?? null}
        onChange={(id) => onChange([id])}
      />
    );
  }
  if (compares && count === 1 && field && field.values.length > 0) {
    const words = (id: string) => (field.shape === 'words' ? t(`states.${id as 'active'}`) : id);
    const choices = field.values.map((id) => ({ id, label: words(id) }));
    return (
      <Select
        label={t('value')}
        quiet
        choices={choices}
        value={row.values[0] || null}
        onChange={(id) => onChange([id])}
      />
    );
  }
  if (count === 'many') {
    const split = (text: string) => onChange(text.split(',').map((one) => one.trimStart()));
    return <Typed label={t('values')} value={row.values.join(', ')} placeholder={t('several')} onChange={split} />;
  }
  const hint = row.operator.includes('within') ? t('spanHint') : field?.shape === 'date' ? t('dateHint') : '';
  return (
    <span className={styles.values}>
      {Array.from({ length: count }, (_, index) => (
        <Typed
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells the two ends apart
          key={index}
          label={t('value')}
          value={row.values[index] ?? ''}
          placeholder={hint}
          onChange={(text) => onChange(row.values.map((old, at) => (at === index ? text : old)))}
        />
      ))}
    </span>
  );
}

type TypedProps = { label: string; value: string; placeholder: string; onChange: (text: string) => void };

function Typed({ label, value, placeholder, onChange }: TypedProps) {
  return (
    <TextField aria-label={label} value={value} onChange={onChange} className={styles.typed ?? ''}>
      <Input className={input.input ?? ''} dir="auto" placeholder={placeholder} />
    </TextField>
  );
}
