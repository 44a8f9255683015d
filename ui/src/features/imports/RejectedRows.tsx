// The rows that an import left out, with why and what to do.
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/features/import/parts/DataTable';
import { useProblemWords } from '@/features/import/words';
import type { RowOutcome } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import styles from './RejectedRows.module.css';

export function RejectedRows({ batch }: { batch: number }) {
  const { t } = useTranslation('imports');
  const { data } = useAsk('import_rejects', { batch });
  if (!data) return null;
  const head = (
    <tr>
      {(['row', 'value', 'why'] as const).map((key) => (
        <th key={key} scope="col">
          {t(key)}
        </th>
      ))}
    </tr>
  );
  return (
    <>
      <div className={styles.table}>
        <DataTable label={t('rejected')} head={head}>
          {data.rows.map((row) => (
            <RejectedRow key={row.row} row={row} />
          ))}
        </DataTable>
      </div>
      {data.total > data.rows.length && <p className={styles.more}>{t('first', { count: data.rows.length })}</p>}
    </>
  );
}

function RejectedRow({ row: { row, problems, cells } }: { row: RowOutcome }) {
  const inWords = useProblemWords();
  const [first] = problems;
  const words = first && inWords(first);
  return (
    <tr title={cells.filter(Boolean).join(' · ')}>
      <th scope="row" className={styles.row}>
        {row}
      </th>
      <td className={styles.value}>
        <bdi>{first?.value ?? ''}</bdi>
      </td>
      <td className={styles.why} title={words?.hint}>
        {words?.why}
      </td>
    </tr>
  );
}
