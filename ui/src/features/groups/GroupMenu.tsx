// What can be done with one group.
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useShowFailure } from '@/components/failures';
import { Menu, MenuItem, MenuSeparator } from '@/components/Menu';
import { named } from '@/features/contacts/filter/quick';
import { useImport } from '@/features/import/start';
import { useUndo } from '@/frame/undo';
import type { Group } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import type { Open } from './GroupsScreen';

type GroupMenuProps = { group: Group; trigger: ReactElement; onOpen: (open: Open) => void };

export function GroupMenu({ group, trigger, onOpen }: GroupMenuProps) {
  const { t } = useTranslation('groups');
  const navigate = useNavigate();
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  const { importInto } = useImport();
  const others = () => navigate(`/contacts?${new URLSearchParams({ filter: `not ${named('group', group.name)}` })}`);

  const duplicate = async () => {
    try {
      const name = t('copyOf', { name: group.name });
      const { batch } = await call('group_duplicate', { id: group.id, name });
      confirm(t('duplicated'), batch);
    } catch (reason) {
      showFailure(reason);
    }
  };
  const remove = async () => {
    try {
      const { batch } = await call('groups_delete', { ids: [group.id] });
      confirm(t('deleted', { count: 1 }), batch);
    } catch (reason) {
      showFailure(reason);
    }
  };

  return (
    <Menu trigger={trigger}>
      <MenuItem onAction={() => navigate(`/contacts?group=${group.id}`)}>{t('view')}</MenuItem>
      <MenuItem onAction={others}>{t('viewOthers')}</MenuItem>
      <MenuSeparator />
      <MenuItem onAction={() => onOpen({ dialog: 'edit', group })}>{t('edit')}</MenuItem>
      <MenuItem onAction={() => onOpen({ dialog: 'assign', group })}>{t('assign')}</MenuItem>
      <MenuItem onAction={() => onOpen({ dialog: 'unassign', group })}>{t('unassign')}</MenuItem>
      {group.kind === 'dynamic' ? (
        <MenuItem onAction={() => onOpen({ dialog: 'pins', group })}>{t('pins.open')}</MenuItem>
      ) : (
        <MenuItem onAction={() => importInto(group.name)}>{t('importInto')}</MenuItem>
      )}
      <MenuItem onAction={duplicate}>{t('duplicate')}</MenuItem>
      <MenuSeparator />
      <MenuItem danger onAction={remove}>
        {t('delete')}
      </MenuItem>
    </Menu>
  );
}
