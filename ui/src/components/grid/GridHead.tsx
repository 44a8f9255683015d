// The head of a grid: the box that selects all, and the columns' names, each of which sorts.
import { ArrowDown, ArrowUp } from 'lucide-react';
import { TickBox } from '../Checkbox';
import type { Column } from './columns';
import styles from './Grid.module.css';

export type GridSort = { column: string; descending: boolean };

type GridHeadProps<Row> = {
  columns: Column<Row>[];
  shown: Column<Row>[];
  sort: GridSort;
  onSort: (column: string) => void;
  selected: 'none' | 'some' | 'all';
  selectAllLabel: string;
  onSelectAll: () => void;
};

const CHECKED = { none: 'false', some: 'mixed', all: 'true' } as const;

export function GridHead<Row>(props: GridHeadProps<Row>) {
  const { columns, shown, sort, onSort, selected, selectAllLabel, onSelectAll } = props;
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" className={styles.headRow} aria-rowindex={1}>
        <div role="columnheader" className={styles.boxCell} aria-colindex={1}>
          <button
            type="button"
            role="checkbox"
            aria-checked={CHECKED[selected]}
            aria-label={selectAllLabel}
            className={styles.boxButton}
            onClick={onSelectAll}
          >
            <TickBox state={selected} />
          </button>
        </div>
        {shown.map((column) => (
          <HeadCell
            key={column.id}
            column={column}
            position={columns.indexOf(column) + 2}
            direction={sort.column === column.id ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            onSort={onSort}
          />
        ))}
      </div>
    </div>
  );
}

type HeadCellProps<Row> = {
  column: Column<Row>;
  position: number;
  direction: 'none' | 'ascending' | 'descending';
  onSort: (column: string) => void;
};

function HeadCell<Row>({ column, position, direction, onSort }: HeadCellProps<Row>) {
  return (
    <div role="columnheader" aria-colindex={position} aria-sort={direction} className={styles.headCell}>
      <button type="button" className={styles.sortButton} onClick={() => onSort(column.id)}>
        <span className={styles.headLabel}>{column.label}</span>
        {direction === 'ascending' && <ArrowUp aria-hidden="true" />}
        {direction === 'descending' && <ArrowDown aria-hidden="true" />}
      </button>
    </div>
  );
}
