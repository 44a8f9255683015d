// What is wrong with which value of which row, and what to do. Before the import the value can be corrected here, and a row
// opens to show all its cells.
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem, RowOutcome } from '@/ipc/bindings';
import { problemLines } from '../model/report';
import { DataTable } from '../parts/DataTable';
import type { StageProps } from '../props';
import { useHeader, useProblemWords } from '../words';
import { CellField } from './CellField';
import styles from './ProblemsTable.module.css';
import { RowCells } from './RowCells';
import { RowToggle } from './RowToggle';

const TABLE_COLUMNS = 5;

type ProblemsTableProps = StageProps & { rows: RowOutcome[]; label: string; editable: boolean };

export function ProblemsTable({ state, dispatch, rows, label, editable }: ProblemsTableProps) {
  const { t } = useTranslation('import');
  const [openRow, setOpenRow] = useState<number | null>(null);
  const head = (
    <tr>
      {(['row', 'columnHead', 'value', 'why', 'hint'] as const).map((key) => (
        <th key={key} scope="col" className={styles[key]}>
          {t(key)}
        </th>
      ))}
    </tr>
  );
  return (
    <DataTable label={label} head={head}>
      {rows.map((row) => (
        <Fragment key={row.row}>
          {problemLines([row]).map(({ problem }, index) => (
            <ProblemLine
              key={`${problem.code} ${problem.position ?? ''}`}
              state={state}
              dispatch={dispatch}
              row={row}
              problem={problem}
              isFirst={index === 0}
              editable={editable}
              isOpen={openRow === row.row}
              onToggle={() => setOpenRow(openRow === row.row ? null : row.row)}
            />
          ))}
          {editable && openRow === row.row && (
            <RowCells state={state} dispatch={dispatch} row={row} span={TABLE_COLUMNS} />
          )}
        </Fragment>
      ))}
    </DataTable>
  );
}

type ProblemLineProps = StageProps & {
  row: RowOutcome;
  problem: Problem;
  isFirst: boolean;
  editable: boolean;
  isOpen: boolean;
  onToggle: () => void;
};

function ProblemLine({ state, dispatch, row, problem, isFirst, editable, isOpen, onToggle }: ProblemLineProps) {
  const words = useProblemWords()(problem);
  const header = useHeader();
  const { position, column, value } = problem;
  return (
    <tr data-left-out={state.leftOut.includes(row.row) || undefined}>
      <th scope="row" className={styles.row}>
        {isFirst && editable ? <RowToggle row={row.row} isOpen={isOpen} onToggle={onToggle} /> : row.row}
      </th>
      <td className={styles.columnHead}>
        <bdi>{position === null ? '' : header(column ?? '', position)}</bdi>
      </td>
      <td className={styles.value}>
        {editable && position !== null ? (
          <CellField state={state} dispatch={dispatch} row={row} position={position} header={column ?? ''} />
        ) : (
          <bdi className={styles.text}>{value ?? ''}</bdi>
        )}
      </td>
      <td className={styles.why}>{words.why}</td>
      <td className={styles.hint}>{words.hint}</td>
    </tr>
  );
}
