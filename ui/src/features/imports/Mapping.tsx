// Which field each column of the file became.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldBook } from '@/features/import/model/fieldNames';
import { useFieldLabel, useHeader } from '@/features/import/words';
import type { ImportReport } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import styles from './Mapping.module.css';

export function Mapping({ report: { mapping } }: { report: ImportReport }) {
  const { t } = useTranslation('imports');
  const { data } = useAsk('fields_list', {});
  const book = useMemo(() => fieldBook(data?.fields ?? []), [data]);
  const label = useFieldLabel(book);
  const header = useHeader();
  return (
    <dl className={styles.mapping}>
      {mapping.map(({ position, column, field }) => (
        <div key={position} className={styles.line}>
          <dt>
            <bdi>{header(column, position)}</bdi>
          </dt>
          <dd data-ignored={field === 'ignore' || undefined}>
            <bdi>{field === 'ignore' ? t('leftOut') : label(field)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
