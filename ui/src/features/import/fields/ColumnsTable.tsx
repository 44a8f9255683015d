// The columns of the file side by side: each head is the menu that gives the column a field, beneath it the first rows.
import { useTranslation } from 'react-i18next';
import { classes } from '@/components/classes';
import type { Column } from '../model/columns';
import type { FieldBook } from '../model/fieldNames';
import { DataTable } from '../parts/DataTable';
import type { StageProps } from '../props';
import { ColumnHead } from './ColumnHead';
import styles from './ColumnsTable.module.css';

const SAMPLES = 3;

export function ColumnsTable({ state, dispatch, book }: StageProps & { book: FieldBook }) {
  const { t } = useTranslation('import');
  const { columns, preview, values } = state;
  const rows = preview?.rows ?? [];
  const head = (
    <tr className={styles.heads}>
      {columns.map((column) => (
        <ColumnHead
          key={column.position}
          column={column}
          columns={columns}
          values={values}
          book={book}
          dispatch={dispatch}
        />
      ))}
    </tr>
  );
  const unseen = new Set(columns.filter((column) => isEmpty(column, rows)).map(({ position }) => position));
  return (
    <DataTable label={t('fields.table')} head={head} loose>
      {rows.map((cells, index) => (
        <tr key={preview?.row_numbers[index] ?? index}>
          {columns.map((column) => {
            const far = unseen.has(column.position) && index < SAMPLES;
            const text = far ? (column.samples[index] ?? '') : (cells[column.position - 1] ?? '');
            return <SampleCell key={column.position} column={column} text={text} far={far} />;
          })}
        </tr>
      ))}
    </DataTable>
  );
}

/** None of the shown rows has a value in it, so that samples from further down serve instead. */
const isEmpty = ({ position }: Column, rows: string[][]) => rows.every((cells) => !cells[position - 1]);

function SampleCell({ column: { choice }, text, far }: { column: Column; text: string; far: boolean }) {
  const { t } = useTranslation('import');
  const title = far && text ? t('fields.fromBelow', { text }) : text.length > 18 ? text : undefined;
  return (
    <td className={classes(styles.cell, far && styles.far)} data-choice={choice.kind} title={title}>
      <bdi>{text}</bdi>
    </td>
  );
}
