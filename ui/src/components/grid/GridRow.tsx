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
  /** The positions of the columns to draw. */
  drawn: number[];
  isSelected: boolean;
  isActive: boolean;
  activeCell: number | null;
  actions: ((row: Row) => ReactNode) | undefined;
};

function Plain<Row>(props: GridRowProps<Row>) {
  const { id, index, row, columns, drawn, isSelected, isActive, activeCell, actions } = props;
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
      {drawn.map((position) => (
        <div
          key={columns[position]?.id}
          role="gridcell"
          id={`${id}-${position}`}
          aria-colindex={position + 2}
          className={styles.cell}
          style={{ gridColumn: position + 2 }}
          data-fits={position + 2}
          data-pinned={position === 0 || undefined}
          data-active={activeCell === position || undefined}
        >
          {row === undefined ? <span className={styles.bar} /> : columns[position]?.render(row)}
        </div>
      ))}
      {row !== undefined && actions && (
        <div role="gridcell" className={styles.actions} data-actions="">
          {actions(row)}
        </div>
      )}
    </div>
  );
}

export const GridRow = memo(Plain) as typeof Plain;
