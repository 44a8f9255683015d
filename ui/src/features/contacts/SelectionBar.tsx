// The bar beneath the list while something is selected: how many, and what can be done with them.
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { Menu, MenuItem } from '@/components/Menu';
import type { Channel } from '@/ipc/bindings';
import type { BulkKind } from './bulk/BulkDialog';
import { MOST } from './merge/MergeDialog';
import styles from './SelectionBar.module.css';
import type { ContactList } from './useContactList';

type SelectionBarProps = {
  list: ContactList;
  onChange: (kind: BulkKind) => void;
  onOptOut: () => void;
  onPin: () => void;
  onMerge: () => void;
  onCopy: (channel: Channel) => void;
  onExport: () => void;
  onLetters: () => void;
};

export function SelectionBar({
  list,
  onChange,
  onOptOut,
  onPin,
  onMerge,
  onCopy,
  onExport,
  onLetters,
}: SelectionBarProps) {
  const { t } = useTranslation(['contacts', 'groups', 'opt_outs', 'common']);
  const { count, rows } = list;
  return (
    <section className={styles.bar} aria-label={t('selectionBar')}>
      <span className={styles.count} role="status">
        {t('selected', { count })}
      </span>
      {count < rows.total && (
        <Button size="small" variant="plain" onPress={list.selectAll}>
          {t('selectMatching', { count: rows.total })}
        </Button>
      )}
      <Button onPress={() => onChange('add_to_group')}>{t('bulk.add_to_group')}</Button>
      <Button onPress={() => onChange('add_tag')}>{t('bulk.add_tag')}</Button>
      <Button onPress={() => onChange('set_field')}>{t('bulk.set_field')}</Button>
      <Button onPress={onOptOut}>{t('opt_outs:bulk.open')}</Button>
      <Menu aria-label={t('bulk.more')} trigger={<Button>{t('bulk.more')}</Button>}>
        <MenuItem onAction={() => onChange('remove_from_group')}>{t('bulk.remove_from_group')}</MenuItem>
        <MenuItem onAction={onPin}>{t('groups:pin.open')}</MenuItem>
        <MenuItem onAction={() => onChange('remove_tag')}>{t('bulk.remove_tag')}</MenuItem>
        <MenuItem onAction={() => onChange('affiliate')}>{t('bulk.affiliate')}</MenuItem>
        <MenuItem onAction={onMerge} isDisabled={count < 2 || count > MOST}>
          {t('merge.open')}
        </MenuItem>
        <MenuItem onAction={list.archiveSelected}>{list.isArchive ? t('bulk.unarchive') : t('bulk.archive')}</MenuItem>
        <MenuItem onAction={onLetters}>{t('letters')}</MenuItem>
        <MenuItem onAction={() => onCopy('email')}>{t('opt_outs:copyEmails')}</MenuItem>
        <MenuItem onAction={() => onCopy('phone')}>{t('opt_outs:copyPhones')}</MenuItem>
      </Menu>
      <Button onPress={onExport}>{t('export')}</Button>
      <Button onPress={list.deleteSelected}>{t('common:delete')}</Button>
      <span className={styles.space} />
      <IconButton label={t('clearSelection')} icon={<X />} onPress={list.clearSelection} />
    </section>
  );
}
