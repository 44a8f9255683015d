// The context menu of a row of the list of organizations.
import {
  ArrowRightLeft,
  Copy,
  ExternalLink,
  PanelRight,
  PencilLine,
  SquareCheck,
  SquareMinus,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RowMenuAt } from '@/components/grid/ListGrid';
import { ContextMenu, MenuItem, MenuSeparator } from '@/components/Menu';
import type { PointCell } from '@/ipc/bindings';
import { useConvert } from './useConvert';
import type { OrganizationList } from './useOrganizationList';

const copy = (text: string | undefined) => void navigator.clipboard.writeText(text ?? '');

/** An organization has nothing but the state of its values, which is the gate's answer too. */
const mayUse = (cell: PointCell | null | undefined) => cell?.status === 'active';

type RowMenuProps = {
  list: OrganizationList;
  at: RowMenuAt | null;
  onSetField: () => void;
  onDismiss: () => void;
};

export function RowMenu({ list, at, onSetField, onDismiss }: RowMenuProps) {
  const { t } = useTranslation(['organizations', 'common', 'contacts']);
  const convert = useConvert();
  const index = at?.index ?? 0;
  const row = list.rows.rowAt(index);
  const isSelected = list.isSelectedAt(index);
  /** The change is about the row, or about the whole selection where the row is part of it. */
  const setField = () => {
    if (!isSelected) list.selectOnly(index);
    onSetField();
  };
  return (
    <ContextMenu at={row ? (at?.at ?? null) : null} onDismiss={onDismiss} aria-label={row?.name ?? t('list')}>
      <MenuItem icon={<ExternalLink />} keys="Enter" onAction={() => list.openAt(index)}>
        {t('contacts:openWhole')}
      </MenuItem>
      <MenuItem icon={<PanelRight />} onAction={() => list.walk.move(index, 'pointer')}>
        {t('contacts:openPanel')}
      </MenuItem>
      <MenuItem
        icon={<ArrowRightLeft />}
        isDisabled={row?.kind !== 'lead'}
        onAction={() => row && void convert(row.id, row.name)}
      >
        {t('convert')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Copy />} isDisabled={!mayUse(row?.phone)} onAction={() => copy(row?.phone?.value)}>
        {t('contacts:copyPhone')}
      </MenuItem>
      <MenuItem icon={<Copy />} isDisabled={!mayUse(row?.email)} onAction={() => copy(row?.email?.value)}>
        {t('contacts:copyEmail')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={isSelected ? <SquareMinus /> : <SquareCheck />} onAction={() => list.toggle(index)}>
        {isSelected ? t('contacts:unselect') : t('contacts:select')}
      </MenuItem>
      <MenuItem icon={<PencilLine />} onAction={setField}>
        {t('contacts:bulk.set_field')} …
      </MenuItem>
      <MenuItem icon={<Trash2 />} keys="Del" danger onAction={() => list.deleteRow(index)}>
        {t('common:delete')}
      </MenuItem>
    </ContextMenu>
  );
}
