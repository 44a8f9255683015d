// The grid of contacts with its row actions and its context menu.
import { Lock, Pencil, Trash2 } from 'lucide-react';
import { type RefObject, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridHandle } from '@/components/grid/Grid';
import { ListGrid } from '@/components/grid/ListGrid';
import { RowAction } from '@/components/grid/RowAction';
import { openStatusWindow } from '@/features/opt_outs/statusWindow';
import type { ContactRow } from '@/ipc/bindings';
import type { BulkKind } from './bulk/BulkDialog';
import { useContactColumns } from './columns';
import { RowMenu } from './RowMenu';
import type { ContactList } from './useContactList';

type ContactGridProps = {
  list: ContactList;
  grid: RefObject<GridHandle | null>;
  onChooseColumns: () => void;
  onChange: (kind: BulkKind) => void;
};

export function ContactGrid({ list, grid, onChooseColumns, onChange }: ContactGridProps) {
  const { t } = useTranslation('contacts');
  const { openWhole, deleteOne } = list;
  const rowActions = useCallback(
    (row: ContactRow) => <RowActions row={row} onOpen={openWhole} onDelete={deleteOne} />,
    [openWhole, deleteOne],
  );
  return (
    <ListGrid
      list={list}
      grid={grid}
      columns={useContactColumns(list.arranged)}
      words={{
        list: t('list'),
        selectAll: t('selectAll'),
        none: { title: t('none.title'), text: t('none.text'), clear: t('none.clear') },
      }}
      onChooseColumns={onChooseColumns}
      rowActions={rowActions}
      menu={(at, onDismiss) => <RowMenu list={list} at={at} onChange={onChange} onDismiss={onDismiss} />}
    />
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
