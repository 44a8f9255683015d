// What can be done with the chosen groups.
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { useUndo } from '@/frame/undo';
import type { Group } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import type { Open } from './GroupsScreen';
import styles from './GroupsScreen.module.css';

type GroupBarProps = { groups: Group[]; onOpen: (open: Open) => void; onClear: () => void };

export function GroupBar({ groups, onOpen, onClear }: GroupBarProps) {
  const { t } = useTranslation('groups');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  const several = groups.length > 1;
  const remove = async () => {
    try {
      const { batch } = await call('groups_delete', { ids: groups.map(({ id }) => id) });
      confirm(t('deleted', { count: groups.length }), batch);
      onClear();
    } catch (reason) {
      showFailure(reason);
    }
  };
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('chosenGroups')}>
      <span className={styles.chosen}>{t('chosen', { count: groups.length })}</span>
      <Button size="small" isDisabled={!several} onPress={() => onOpen({ dialog: 'merge', groups })}>
        {t('merge.action')}
      </Button>
      <Button size="small" isDisabled={!several} onPress={() => onOpen({ dialog: 'combine', groups })}>
        {t('combine.action')}
      </Button>
      <Button size="small" variant="danger" onPress={remove}>
        {t('delete')}
      </Button>
      <IconButton size="small" icon={<X />} label={t('clearChoice')} onPress={onClear} />
    </div>
  );
}
