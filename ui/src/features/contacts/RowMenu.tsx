// The context menu of a row of the list.
import { Copy, ExternalLink, Lock, PanelRight, SquareCheck, SquareMinus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Point } from '@/components/grid/Grid';
import { ContextMenu, MenuItem, MenuSeparator } from '@/components/Menu';
import { openStatusWindow } from '@/features/opt_outs/statusWindow';
import { useCopyAddresses } from '@/features/opt_outs/useCopyAddresses';
import type { Channel } from '@/ipc/bindings';
import type { ContactList } from './useContactList';

export type RowMenuAt = { index: number; at: Point };

type RowMenuProps = { list: ContactList; at: RowMenuAt | null; onDismiss: () => void };

export function RowMenu({ list, at, onDismiss }: RowMenuProps) {
  const { t } = useTranslation(['contacts', 'common']);
  const index = at?.index ?? 0;
  const row = list.rows.rowAt(index);
  const isSelected = list.isSelectedAt(index);
  const copyAddresses = useCopyAddresses();
  const copy = (channel: Channel) =>
    row && void copyAddresses({ kind: 'ids', ids: [row.id] }, list.rows.query, channel);
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
      <MenuItem icon={<Trash2 />} keys="Del" danger onAction={() => list.deleteRow(index)}>
        {t('common:delete')}
      </MenuItem>
    </ContextMenu>
  );
}
