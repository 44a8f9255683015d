// A column whose values stand behind those of an earlier one, in one field: what stands between them, and how it looks.
import { useTranslation } from 'react-i18next';
import { Select } from '@/components/Select';
import type { Column } from '../model/columns';
import { useHeader } from '../words';
import type { PanelProps } from './ColumnValuesChip';
import styles from './ColumnValuesChip.module.css';
import { Samples } from './PartsPanel';

const USUAL = 'usual';
const SEPARATORS: Record<string, string> = {
  blank: ' ',
  comma: ', ',
  dash: ' - ',
  slash: '/',
  line: '\n',
  nothing: '',
};

export function JoinedPanel({ column, values, book, dispatch, first }: PanelProps & { first: Column }) {
  const { t } = useTranslation('import');
  const header = useHeader()(first.header, first.position);
  const named = Object.keys(SEPARATORS) as (keyof typeof SEPARATORS)[];
  const current = named.find((name) => SEPARATORS[name] === column.separator) ?? USUAL;
  const together = values.find(({ position }) => position === first.position);
  return (
    <>
      <h3 className={styles.title}>{t('values.joinedTo', { column: header })}</h3>
      <Select
        label={t('values.between')}
        choices={[USUAL, ...named].map((id) => ({
          id,
          label: t(`values.separators.${id}` as 'values.separators.usual'),
        }))}
        value={current}
        onChange={(id) => dispatch({ type: 'separator', position: column.position, separator: SEPARATORS[id] ?? null })}
      />
      {together?.kind === 'parts' && <Samples values={together.values} book={book} />}
    </>
  );
}
