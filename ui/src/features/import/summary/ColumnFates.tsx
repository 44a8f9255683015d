// Which field each column of the file became, and what became of its values: how many are stored, and where the others are.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumber } from '@/components/numbers';
import type { ImportReport, ValueCounts } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { fieldBook } from '../model/fieldNames';
import { TOLD } from '../model/report';
import { useFieldLabel, useHeader } from '../words';
import styles from './ColumnFates.module.css';

export function ColumnFates({ report: { mapping } }: { report: ImportReport }) {
  const { t } = useTranslation('import');
  const { data } = useAsk('fields_list', {});
  const book = useMemo(() => fieldBook(data?.fields ?? []), [data]);
  const label = useFieldLabel(book);
  const header = useHeader();
  return (
    <dl className={styles.columns} aria-label={t('fates.title')}>
      {mapping.map(({ position, column, field, values }) => (
        <div key={position} className={styles.line}>
          <dt title={column}>
            <bdi>{header(column, position)}</bdi>
          </dt>
          <dd data-ignored={field === 'ignore' || undefined}>
            <bdi>{field === 'ignore' ? t('fates.leftOut') : label(field)}</bdi>
          </dd>
          {values && <Fate values={values} />}
        </div>
      ))}
    </dl>
  );
}

function Fate({ values }: { values: ValueCounts }) {
  const { t } = useTranslation('import');
  const number = useNumber();
  const told = TOLD.filter((what) => values[what] > 0).map((what) => t(`fates.${what}`, { count: values[what] }));
  const stored = values.stored > 0 || told.length === 0 ? [t('fates.stored', { number: number(values.stored) })] : [];
  return <dd className={styles.fate}>{[...stored, ...told].join(' · ')}</dd>;
}
