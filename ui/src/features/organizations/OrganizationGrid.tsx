// The grid of organizations, with what stands in its place when none matches, and its context menu.
import { Pencil, Trash2 } from 'lucide-react';
import { type RefObject, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Grid, type GridHandle } from '@/components/grid/Grid';
import { NoRows } from '@/components/grid/NoRows';
import { RowAction } from '@/components/grid/RowAction';
import styles from '@/features/contacts/ContactGrid.module.css';
import { useRowHeight } from '@/frame/preferences';
import type { OrganizationRow } from '@/ipc/bindings';
import { useArrangedColumns } from './columns';
import { RowMenu, type RowMenuAt } from './RowMenu';
import type { OrganizationList } from './useOrganizationList';

type OrganizationGridProps = {
  list: OrganizationList;
  grid: RefObject<GridHandle | null>;
  onChooseColumns: () => void;
};

export function OrganizationGrid({ list, grid, onChooseColumns }: OrganizationGridProps) {
  const { t } = useTranslation('organizations');
  const columns = useArrangedColumns(list.arranged);
  const rowHeight = useRowHeight();
  const [menu, setMenu] = useState<RowMenuAt | null>(null);
  const { rows, walk, query, openWhole, deleteOne } = list;

  const rowActions = useCallback(
    (row: OrganizationRow) => <RowActions row={row} onOpen={openWhole} onDelete={deleteOne} />,
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
        sort={{ column: query.sort.field, descending: query.sort.descending ?? false }}
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
      <RowMenu list={list} at={menu} onDismiss={() => setMenu(null)} />
    </div>
  );
}

type RowActionsProps = { row: OrganizationRow; onOpen: (id: number) => void; onDelete: (id: number) => void };

function RowActions({ row: { id, name }, onOpen, onDelete }: RowActionsProps) {
  const { t } = useTranslation('organizations');
  return (
    <>
      <RowAction label={t('editRow', { name })} icon={<Pencil />} onPress={() => onOpen(id)} />
      <RowAction label={t('deleteRow', { name })} icon={<Trash2 />} onPress={() => onDelete(id)} />
    </>
  );
}
