// Rows as they stand in the file, in the columns that become something. Before the import a row opens to be corrected or left
// out. Long lists are shown a hundred at a time.
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import type { RowOutcome } from '@/ipc/bindings';
import { assigned } from '../model/columns';
import { DataCell, DataTable, RowNumber } from '../parts/DataTable';
import type { StageProps } from '../props';
import { useHeader } from '../words';
import { RowCells } from './RowCells';
import styles from './RowsOfView.module.css';
import { RowToggle } from './RowToggle';

const STEP = 100;

type RowsTableProps = StageProps & { rows: RowOutcome[]; label: string };

export function RowsTable({ state, dispatch, rows, label }: RowsTableProps) {
  const { t } = useTranslation('import');
  const [shown, setShown] = useState(STEP);
  const header = useHeader();
  const [openRow, setOpenRow] = useState<number | null>(null);
  const editable = !state.result;
  const used = assigned(state.columns);
  const left = rows.length - shown;
  const valueIn = ({ row, cells }: RowOutcome, position: number) =>
    state.corrections.find((one) => one.row === row && one.position === position)?.value ?? cells[position - 1] ?? '';
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
      {rows.slice(0, shown).map((outcome) => (
        <Fragment key={outcome.row}>
          <tr data-left-out={state.leftOut.includes(outcome.row) || undefined}>
            {editable ? (
              <th scope="row">
                <RowToggle
                  row={outcome.row}
                  isOpen={openRow === outcome.row}
                  onToggle={() => setOpenRow(openRow === outcome.row ? null : outcome.row)}
                />
              </th>
            ) : (
              <RowNumber row={outcome.row} />
            )}
            {used.map(({ position }) => (
              <DataCell key={position} text={valueIn(outcome, position)} />
            ))}
          </tr>
          {editable && openRow === outcome.row && (
            <RowCells state={state} dispatch={dispatch} row={outcome} span={used.length + 1} />
          )}
        </Fragment>
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
