// One row of a grid. While its content has not arrived it shows bars, but only after a moment, so that quick answers never
// flicker.
import { memo, type ReactNode } from 'react';
import { TickBox } from '../Checkbox';
import type { Column } from './columns';
import styles from './Grid.module.css';

type GridRowProps<Row> = {
  id: string;
  index: number;
  row: Row | undefined;
  columns: Column<Row>[];
  shown: Column<Row>[];
  isSelected: boolean;
  isActive: boolean;
  activeCell: number | null;
  actions: (row: Row) => ReactNode;
};

function Plain<Row>(props: GridRowProps<Row>) {
  const { id, index, row, columns, shown, isSelected, isActive, activeCell, actions } = props;
  return (
    <div
      role="row"
      id={id}
      className={styles.row}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={row === undefined || undefined}
      data-index={index}
      data-active={(isActive && activeCell === null) || undefined}
      data-current={isActive || undefined}
    >
      <div role="gridcell" aria-colindex={1} className={styles.boxCell} data-box="">
        <TickBox state={isSelected ? 'all' : 'none'} />
      </div>
      {shown.map((column, position) => (
        <div
          key={column.id}
          role="gridcell"
          id={`${id}-${position}`}
          aria-colindex={columns.indexOf(column) + 2}
          className={styles.cell}
          data-active={activeCell === position || undefined}
        >
          {row === undefined ? <span className={styles.bar} /> : column.render(row)}
        </div>
      ))}
      {row !== undefined && (
        <div role="gridcell" className={styles.actions} data-actions="">
          {actions(row)}
        </div>
      )}
    </div>
  );
}

export const GridRow = memo(Plain) as typeof Plain;
