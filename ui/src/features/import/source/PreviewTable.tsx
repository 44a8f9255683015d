// The first rows as they will be read, under their headers and with the numbers that a spreadsheet shows.
import { useTranslation } from 'react-i18next';
import type { Preview } from '@/ipc/bindings';
import { DataCell, DataTable, RowNumber } from '../parts/DataTable';
import { useHeader } from '../words';

export function PreviewTable({ preview: { columns, rows, row_numbers } }: { preview: Preview }) {
  const { t } = useTranslation('import');
  const header = useHeader();
  const head = (
    <tr>
      <th scope="col">{t('row')}</th>
      {columns.map(({ position, column }) => (
        <th key={position} scope="col">
          <bdi>{header(column, position)}</bdi>
        </th>
      ))}
    </tr>
  );
  return (
    <DataTable label={t('source.firstRows', { count: rows.length })} head={head} loose>
      {rows.map((cells, index) => (
        <tr key={row_numbers[index] ?? index}>
          <RowNumber row={row_numbers[index] ?? index + 1} />
          {columns.map(({ position }) => (
            <DataCell key={position} text={cells[position - 1] ?? ''} />
          ))}
        </tr>
      ))}
    </DataTable>
  );
}
