// The grid of the trash: each row comes back by its button, by Enter or by a double click.
import { Undo2 } from 'lucide-react';
import { type RefObject, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/EmptyState';
import type { Column } from '@/components/grid/columns';
import { Grid, type GridHandle } from '@/components/grid/Grid';
import { RowAction } from '@/components/grid/RowAction';
import type { RowSelection } from '@/components/grid/selection';
import type { RowsOf } from '@/components/grid/useRows';
import { useRowHeight } from '@/frame/preferences';
import styles from './TrashScreen.module.css';

type TrashListProps<Row, Query> = {
  grid: RefObject<GridHandle | null>;
  label: string;
  /** What is said where nothing is found. */
  nothing: string;
  columns: Column<Row>[];
  rows: RowsOf<Query, Row>;
  sort: { field: string; descending?: boolean };
  onSort: (field: string) => void;
  selection: RowSelection;
  onSelection: (selection: RowSelection) => void;
  onRestore: (selection: { kind: 'ids'; ids: number[] }) => Promise<boolean>;
  onRemove: () => void;
};

export function TrashList<Row extends { id: number; name: string }, Query>(props: TrashListProps<Row, Query>) {
  const { grid, label, nothing, columns, rows, sort, onSort, selection, onSelection, onRestore, onRemove } = props;
  const { t } = useTranslation(['trash', 'contacts']);
  const [active, setActive] = useState<number | null>(null);
  const rowHeight = useRowHeight();
  const restoreOne = useCallback((id: number) => void onRestore({ kind: 'ids', ids: [id] }), [onRestore]);
  const rowActions = useCallback(
    (row: Row) => (
      <RowAction label={t('restoreRow', { name: row.name })} icon={<Undo2 />} onPress={() => restoreOne(row.id)} />
    ),
    [t, restoreOne],
  );
  const openAt = (index: number) => {
    const id = rows.rowAt(index)?.id;
    if (id !== undefined) restoreOne(id);
  };
  const move = (index: number) => {
    setActive(index);
    grid.current?.showRow(index);
  };
  return (
    <div className={styles.list}>
      <Grid
        ref={grid}
        label={label}
        selectAllLabel={t('contacts:selectAll')}
        columns={columns}
        total={rows.total}
        rowHeight={rowHeight}
        rowAt={rows.rowAt}
        onDrawn={rows.onDrawn}
        sort={{ column: sort.field, descending: sort.descending ?? false }}
        onSort={onSort}
        selection={selection}
        onSelection={onSelection}
        active={active}
        onActive={move}
        onOpen={openAt}
        onDelete={onRemove}
        onMenu={move}
        rowActions={rowActions}
      />
      {rows.ready && rows.total === 0 && (
        <div className={styles.instead}>
          <EmptyState title={t('nothing.title')} text={nothing} />
        </div>
      )}
    </div>
  );
}
