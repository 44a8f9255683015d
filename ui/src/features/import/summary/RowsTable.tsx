// Rows as they stand in the file, in the columns that become something. Long lists are shown a hundred at a time.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import type { RowOutcome } from '@/ipc/bindings';
import { assigned, type Column } from '../model/columns';
import { DataCell, DataTable, RowNumber } from '../parts/DataTable';
import { useHeader } from '../words';
import styles from './RowsOfView.module.css';

const STEP = 100;

type RowsTableProps = { columns: Column[]; rows: RowOutcome[]; label: string };

export function RowsTable({ columns, rows, label }: RowsTableProps) {
  const { t } = useTranslation('import');
  const [shown, setShown] = useState(STEP);
  const header = useHeader();
  const used = assigned(columns);
  const left = rows.length - shown;
  const head = (
    <tr>
      <th scope="col">{t('row')}</th>
      {used.map((column) => (
        <th key={column.position} scope="col">
          <bdi>{header(column.header, column.position)}</bdi>
        </th>
      ))}
    </tr>
  );
  return (
    <DataTable label={label} head={head} loose>
      {rows.slice(0, shown).map(({ row, cells }) => (
        <tr key={row}>
          <RowNumber row={row} />
          {used.map(({ position }) => (
            <DataCell key={position} text={cells[position - 1] ?? ''} />
          ))}
        </tr>
      ))}
      {left > 0 && (
        <tr>
          <td colSpan={used.length + 1} className={styles.more}>
            <Button variant="plain" size="small" onPress={() => setShown(shown + STEP)}>
              {t('rows.more', { count: Math.min(left, STEP) })}
            </Button>
          </td>
        </tr>
      )}
    </DataTable>
  );
}
