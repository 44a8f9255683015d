// The grid of organizations with its row actions and its context menu.
import { ArrowRightLeft, Pencil, Trash2 } from 'lucide-react';
import { type RefObject, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridHandle } from '@/components/grid/Grid';
import { ListGrid } from '@/components/grid/ListGrid';
import { RowAction } from '@/components/grid/RowAction';
import type { OrganizationRow } from '@/ipc/bindings';
import { useArrangedColumns } from './columns';
import { RowMenu } from './RowMenu';
import { useConvert } from './useConvert';
import type { OrganizationList } from './useOrganizationList';

type OrganizationGridProps = {
  list: OrganizationList;
  grid: RefObject<GridHandle | null>;
  onChooseColumns: () => void;
  onSetField: () => void;
};

export function OrganizationGrid({ list, grid, onChooseColumns, onSetField }: OrganizationGridProps) {
  const { t } = useTranslation('organizations');
  const { openWhole, deleteOne } = list;
  const rowActions = useCallback(
    (row: OrganizationRow) => <RowActions row={row} onOpen={openWhole} onDelete={deleteOne} />,
    [openWhole, deleteOne],
  );
  return (
    <ListGrid
      list={list}
      grid={grid}
      columns={useArrangedColumns(list.arranged)}
      words={{
        list: t('list'),
        selectAll: t('selectAll'),
        none: { title: t('none.title'), text: t('none.text'), clear: t('none.clear') },
      }}
      onChooseColumns={onChooseColumns}
      rowActions={rowActions}
      menu={(at, onDismiss) => <RowMenu list={list} at={at} onSetField={onSetField} onDismiss={onDismiss} />}
    />
  );
}

type RowActionsProps = { row: OrganizationRow; onOpen: (id: number) => void; onDelete: (id: number) => void };

function RowActions({ row: { id, kind, name }, onOpen, onDelete }: RowActionsProps) {
  const { t } = useTranslation('organizations');
  const convert = useConvert();
  return (
    <>
      <RowAction label={t('editRow', { name })} icon={<Pencil />} onPress={() => onOpen(id)} />
      {kind === 'lead' && (
        <RowAction label={t('convertRow', { name })} icon={<ArrowRightLeft />} onPress={() => void convert(id, name)} />
      )}
      <RowAction label={t('deleteRow', { name })} icon={<Trash2 />} onPress={() => onDelete(id)} />
    </>
  );
}
