// The bar beneath the list while something is selected: how many, and what can be done with them.
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { Menu, MenuItem } from '@/components/Menu';
import type { Channel } from '@/ipc/bindings';
import styles from './SelectionBar.module.css';

type SelectionBarProps = {
  count: number;
  onOptOut: () => void;
  onCopy: (channel: Channel) => void;
  onExport: () => void;
  onDelete: () => void;
  onClear: () => void;
};

export function SelectionBar({ count, onOptOut, onCopy, onExport, onDelete, onClear }: SelectionBarProps) {
  const { t } = useTranslation(['contacts', 'opt_outs', 'common']);
  return (
    <section className={styles.bar} aria-label={t('selectionBar')}>
      <span className={styles.count} role="status">
        {t('selected', { count })}
      </span>
      <Button onPress={onOptOut}>{t('opt_outs:bulk.open')}</Button>
      <Menu aria-label={t('common:copy')} trigger={<Button>{t('common:copy')}</Button>}>
        <MenuItem onAction={() => onCopy('email')}>{t('opt_outs:copyEmails')}</MenuItem>
        <MenuItem onAction={() => onCopy('phone')}>{t('opt_outs:copyPhones')}</MenuItem>
      </Menu>
      <Button onPress={onExport}>{t('export')}</Button>
      <Button onPress={onDelete}>{t('common:delete')}</Button>
      <span className={styles.space} />
      <IconButton label={t('clearSelection')} icon={<X />} onPress={onClear} />
    </section>
  );
}
