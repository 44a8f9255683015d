// One condition: field, operator, value, each chosen or typed; and whether it is turned round.
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { Select } from '@/components/Select';
import type { FilterField } from '@/ipc/bindings';
import styles from './FilterBuilder.module.css';
import type { Row } from './model';
import { firstOperator, fitted, operatorsOf, wordsOf } from './operators';
import { useFilterWords } from './useFilterWords';
import { Values } from './values/Values';

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
    else if (next)
      onChange({ ...row, field: code, operator: firstOperator(next), values: [''], isDate: next.shape === 'date' });
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
