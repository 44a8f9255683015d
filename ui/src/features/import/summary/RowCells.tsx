// All cells of one row, each to correct: to see who it is about, and to give a row without a phone or e-mail one.
import { useTranslation } from 'react-i18next';
import type { RowOutcome } from '@/ipc/bindings';
import { assigned } from '../model/columns';
import type { StageProps } from '../props';
import { useHeader } from '../words';
import { CellField } from './CellField';
import styles from './RowCells.module.css';

const TABLE_COLUMNS = 5;

export function RowCells({ state, dispatch, row }: StageProps & { row: RowOutcome }) {
  const { t } = useTranslation('import');
  const header = useHeader();
  return (
    <tr>
      <td colSpan={TABLE_COLUMNS} className={styles.place}>
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
      </td>
    </tr>
  );
}
