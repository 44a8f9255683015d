// The context menu of a row of the list.
import {
  Copy,
  ExternalLink,
  Lock,
  PanelRight,
  PencilLine,
  SquareCheck,
  SquareMinus,
  Tag,
  Trash2,
  UsersRound,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RowMenuAt } from '@/components/grid/ListGrid';
import { ContextMenu, MenuItem, MenuSeparator } from '@/components/Menu';
import { openStatusWindow } from '@/features/opt_outs/statusWindow';
import { useCopyAddresses } from '@/features/opt_outs/useCopyAddresses';
import type { Channel } from '@/ipc/bindings';
import type { BulkKind } from './bulk/BulkDialog';
import type { ContactList } from './useContactList';

type RowMenuProps = {
  list: ContactList;
  at: RowMenuAt | null;
  onChange: (kind: BulkKind) => void;
  onDismiss: () => void;
};

export function RowMenu({ list, at, onChange, onDismiss }: RowMenuProps) {
  const { t } = useTranslation(['contacts', 'common']);
  const index = at?.index ?? 0;
  const row = list.rows.rowAt(index);
  const isSelected = list.isSelectedAt(index);
  const copyAddresses = useCopyAddresses();
  const copy = (channel: Channel) =>
    row && void copyAddresses({ kind: 'ids', ids: [row.id] }, list.rows.query, channel);
  /** The change is about the row, or about the whole selection where the row is part of it. */
  const changeRow = (kind: BulkKind) => {
    if (!isSelected) list.selectOnly(index);
    onChange(kind);
  };
  return (
    <ContextMenu at={row ? (at?.at ?? null) : null} onDismiss={onDismiss} aria-label={row?.name ?? t('list')}>
      <MenuItem icon={<ExternalLink />} keys="Enter" onAction={() => list.openAt(index)}>
        {t('openWhole')}
      </MenuItem>
      <MenuItem icon={<PanelRight />} onAction={() => list.walk.move(index, 'pointer')}>
        {t('openPanel')}
      </MenuItem>
      <MenuItem icon={<Lock />} onAction={() => row && openStatusWindow({ contact: row.id })}>
        {t('status')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Copy />} isDisabled={!row?.phone} onAction={() => copy('phone')}>
        {t('copyPhone')}
      </MenuItem>
      <MenuItem icon={<Copy />} isDisabled={!row?.email} onAction={() => copy('email')}>
        {t('copyEmail')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={isSelected ? <SquareMinus /> : <SquareCheck />} onAction={() => list.toggle(index)}>
        {isSelected ? t('unselect') : t('select')}
      </MenuItem>
      <MenuItem icon={<UsersRound />} onAction={() => changeRow('add_to_group')}>
        {t('bulk.add_to_group')} …
      </MenuItem>
      <MenuItem icon={<Tag />} onAction={() => changeRow('add_tag')}>
        {t('bulk.add_tag')} …
      </MenuItem>
      <MenuItem icon={<PencilLine />} onAction={() => changeRow('set_field')}>
        {t('bulk.set_field')} …
      </MenuItem>
      <MenuItem icon={<Trash2 />} keys="Del" danger onAction={() => list.deleteRow(index)}>
        {t('common:delete')}
      </MenuItem>
    </ContextMenu>
  );
}
