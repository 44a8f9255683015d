// The grid of the trash: each row comes back by its button, by Enter or by a double click.
import { Undo2 } from 'lucide-react';
import { type RefObject, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/EmptyState';
import { Grid, type GridHandle } from '@/components/grid/Grid';
import { RowAction } from '@/components/grid/RowAction';
import type { RowSelection } from '@/components/grid/selection';
import type { Rows } from '@/features/contacts/useContactRows';
import { useRowHeight } from '@/frame/preferences';
import type { ContactRow, ContactsQuery, Selection } from '@/ipc/bindings';
import { useTrashColumns } from './columns';
import styles from './TrashScreen.module.css';

type TrashListProps = {
  grid: RefObject<GridHandle | null>;
  rows: Rows;
  sort: ContactsQuery['sort'];
  onSort: (field: string) => void;
  selection: RowSelection;
  onSelection: (selection: RowSelection) => void;
  onRestore: (selection: Selection) => Promise<boolean>;
  onRemove: () => void;
};

export function TrashList({ grid, rows, sort, onSort, selection, onSelection, onRestore, onRemove }: TrashListProps) {
  const { t } = useTranslation(['trash', 'contacts']);
  const [active, setActive] = useState<number | null>(null);
  const columns = useTrashColumns();
  const rowHeight = useRowHeight();
  const restoreOne = useCallback((id: number) => void onRestore({ kind: 'ids', ids: [id] }), [onRestore]);
  const rowActions = useCallback(
    (row: ContactRow) => (
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
        label={t('title')}
        selectAllLabel={t('contacts:selectAll')}
        columns={columns}
        total={rows.total}
        rowHeight={rowHeight}
        rowAt={rows.rowAt}
        onDrawn={rows.onDrawn}
        sort={{ column: sort.field, descending: sort.descending }}
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
          <EmptyState title={t('nothing.title')} text={t('nothing.text')} />
        </div>
      )}
    </div>
  );
}
