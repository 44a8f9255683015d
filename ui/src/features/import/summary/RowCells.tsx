// All cells of one row, each to correct: to see who it is about, and to give a row without a phone or e-mail one. The row
// can be left out as a whole.
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@/components/Checkbox';
import type { RowOutcome } from '@/ipc/bindings';
import { assigned } from '../model/columns';
import type { StageProps } from '../props';
import { useHeader } from '../words';
import { CellField } from './CellField';
import styles from './RowCells.module.css';

export function RowCells({ state, dispatch, row, span }: StageProps & { row: RowOutcome; span: number }) {
  const { t } = useTranslation('import');
  const header = useHeader();
  return (
    <tr>
      <td colSpan={span} className={styles.place}>
        <ul className={styles.cells} aria-label={t('rows.cells', { row: row.row })}>
          {assigned(state.columns).map(({ position, header: text }) => (
            <li key={position} className={styles.cell}>
              <span className={styles.header} aria-hidden="true">
                <bdi>{header(text, position)}</bdi>
              </span>
              <CellField state={state} dispatch={dispatch} row={row} position={position} header={text} />
            </li>
          ))}
        </ul>
        <Checkbox
          isSelected={state.leftOut.includes(row.row)}
          onChange={(out) => dispatch({ type: 'leave_out', row: row.row, out })}
        >
          {t('rows.leaveOut', { row: row.row })}
        </Checkbox>
      </td>
    </tr>
  );
}
