// The grid of contacts, with what stands in its place when no contact matches, and its context menu.
import { Lock, Pencil, Trash2 } from 'lucide-react';
import { type RefObject, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Grid, type GridHandle } from '@/components/grid/Grid';
import { NoRows } from '@/components/grid/NoRows';
import { RowAction } from '@/components/grid/RowAction';
import { openStatusWindow } from '@/features/opt_outs/statusWindow';
import { useRowHeight } from '@/frame/preferences';
import type { ContactRow } from '@/ipc/bindings';
import type { BulkKind } from './bulk/BulkDialog';
import styles from './ContactGrid.module.css';
import { useContactColumns } from './columns';
import { RowMenu, type RowMenuAt } from './RowMenu';
import type { ContactList } from './useContactList';

type ContactGridProps = {
  list: ContactList;
  grid: RefObject<GridHandle | null>;
  onChooseColumns: () => void;
  onChange: (kind: BulkKind) => void;
};

export function ContactGrid({ list, grid, onChooseColumns, onChange }: ContactGridProps) {
  const { t } = useTranslation('contacts');
  const columns = useContactColumns(list.arranged);
  const rowHeight = useRowHeight();
  const [menu, setMenu] = useState<RowMenuAt | null>(null);
  const { rows, walk, query, openWhole, deleteOne } = list;

  const rowActions = useCallback(
    (row: ContactRow) => <RowActions row={row} onOpen={openWhole} onDelete={deleteOne} />,
    [openWhole, deleteOne],
  );
  const onDelete = (index: number | null) => {
    if (list.hasSelection) list.deleteSelected();
    else if (index !== null) list.deleteRow(index);
  };

  return (
    <div className={styles.list} inert={list.isCovered} data-covered={list.isCovered || undefined}>
      <Grid
        ref={grid}
        label={t('list')}
        selectAllLabel={t('selectAll')}
        columns={columns}
        onArrange={list.arrange}
        onChooseColumns={onChooseColumns}
        total={rows.total}
        rowHeight={rowHeight}
        rowAt={rows.rowAt}
        onDrawn={rows.onDrawn}
        sort={{ column: query.sort.field, descending: query.sort.descending }}
        onSort={list.sortBy}
        selection={list.selection}
        onSelection={list.select}
        active={walk.active}
        onActive={walk.move}
        onOpen={list.openAt}
        onDelete={onDelete}
        onMenu={(index, at) => setMenu({ index, at })}
        rowActions={rowActions}
      />
      <NoRows rows={rows} title={t('none.title')} text={t('none.text')} all={t('none.clear')} onAll={list.showAll} />
      <RowMenu list={list} at={menu} onChange={onChange} onDismiss={() => setMenu(null)} />
    </div>
  );
}

type RowActionsProps = { row: ContactRow; onOpen: (id: number) => void; onDelete: (id: number) => void };

function RowActions({ row, onOpen, onDelete }: RowActionsProps) {
  const { t } = useTranslation('contacts');
  const name = row.name || t('unnamed');
  return (
    <>
      <RowAction label={t('editRow', { name })} icon={<Pencil />} onPress={() => onOpen(row.id)} />
      <RowAction
        label={t('statusRow', { name })}
        icon={<Lock />}
        onPress={() => openStatusWindow({ contact: row.id })}
      />
      <RowAction label={t('deleteRow', { name })} icon={<Trash2 />} onPress={() => onDelete(row.id)} />
    </>
  );
}
