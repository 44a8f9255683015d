// The grid of a list with a profile beside it, with what stands in its place when nothing matches, and its context menu.
import { type ReactNode, type RefObject, useState } from 'react';
import { useRowHeight } from '@/frame/preferences';
import type { Arranged, Column } from './columns';
import { Grid, type GridHandle, type Point } from './Grid';
import type { GridSort } from './GridHead';
import styles from './ListGrid.module.css';
import { NoRows } from './NoRows';
import { NOTHING, type RowSelection } from './selection';
import type { RowsOf } from './useRows';

/** Which row a context menu was opened on, and where. */
export type RowMenuAt = { index: number; at: Point };

/** What the grid needs of a list; one without a selection has rows that are only opened. */
type ListOf<Query, Row> = {
  rows: RowsOf<Query, Row>;
  walk: { active: number | null; move: (index: number, how: 'pointer' | 'key') => void };
  sort: GridSort;
  sortBy: (column: string, descending?: boolean) => void;
  isCovered: boolean;
  openAt: (index: number) => void;
  showAll: () => void;
  arrange?: (columns: Arranged[]) => void;
  selection?: RowSelection;
  select?: (selection: RowSelection) => void;
  hasSelection?: boolean;
  deleteSelected?: () => void;
  deleteRow?: (index: number) => void;
};

type ListGridProps<Query, Row> = {
  list: ListOf<Query, Row>;
  grid: RefObject<GridHandle | null>;
  columns: Column<Row>[];
  words: { list: string; selectAll?: string; none: { title: string; text: string; clear: string } };
  onChooseColumns?: () => void;
  rowActions: (row: Row) => ReactNode;
  /** The context menu, closed while there is no place for it. */
  menu?: (at: RowMenuAt | null, onDismiss: () => void) => ReactNode;
};

const nothing = () => {};

export function ListGrid<Query, Row extends { id: number }>(props: ListGridProps<Query, Row>) {
  const { list, grid, columns, words, onChooseColumns, rowActions, menu } = props;
  const { rows, walk } = list;
  const rowHeight = useRowHeight();
  const [menuAt, setMenuAt] = useState<RowMenuAt | null>(null);
  const onDelete = (index: number | null) => {
    if (list.hasSelection) list.deleteSelected?.();
    else if (index !== null) list.deleteRow?.(index);
  };
  return (
    <div className={styles.list} inert={list.isCovered} data-covered={list.isCovered || undefined}>
      <Grid
        ref={grid}
        plain={!list.select}
        label={words.list}
        selectAllLabel={words.selectAll ?? words.list}
        columns={columns}
        onArrange={list.arrange}
        onChooseColumns={onChooseColumns}
        total={rows.total}
        rowHeight={rowHeight}
        rowAt={rows.rowAt}
        onDrawn={rows.onDrawn}
        sort={list.sort}
        onSort={list.sortBy}
        selection={list.selection ?? NOTHING}
        onSelection={list.select ?? nothing}
        active={walk.active}
        onActive={walk.move}
        onOpen={list.openAt}
        onDelete={onDelete}
        onMenu={(index, at) => (menu ? setMenuAt({ index, at }) : walk.move(index, 'pointer'))}
        rowActions={rowActions}
      />
      <NoRows rows={rows} title={words.none.title} text={words.none.text} all={words.none.clear} onAll={list.showAll} />
      {menu?.(menuAt, () => setMenuAt(null))}
    </div>
  );
}
