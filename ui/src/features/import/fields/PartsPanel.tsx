// Samples of cells that hold several things, with what each part becomes; names and addresses can be left in one piece.
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@/components/Checkbox';
import type { ColumnValues, ValueSeen } from '@/ipc/bindings';
import type { FieldBook } from '../model/fieldNames';
import { useFieldLabel } from '../words';
import type { PanelProps } from './ColumnValuesChip';
import styles from './ColumnValuesChip.module.css';

export function PartsPanel({ column, book, dispatch, own }: PanelProps & { own: ColumnValues }) {
  const { t } = useTranslation('import');
  return (
    <>
      <h3 className={styles.title}>{t('values.apartTitle')}</h3>
      {own.split !== null && (
        <>
          <Checkbox
            isSelected={own.split}
            onChange={(split) => dispatch({ type: 'split', position: column.position, split })}
          >
            {t('values.takeApart')}
          </Checkbox>
          <p className={styles.hint}>{t('values.takeApartHint')}</p>
        </>
      )}
      <Samples values={own.values} book={book} />
    </>
  );
}

export function Samples({ values, book }: { values: ValueSeen[]; book: FieldBook }) {
  const label = useFieldLabel(book);
  return (
    <ul className={styles.list}>
      {values.map(({ value, means }) => (
        <li key={value} className={styles.sample}>
          <bdi className={styles.typed}>{value}</bdi>
          <dl className={styles.parts}>
            {means.map(({ field, value: part }) => (
              <div key={`${field} ${part}`} className={styles.part}>
                {field && <dt>{label(field)}</dt>}
                <dd>
                  <bdi>{part}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
