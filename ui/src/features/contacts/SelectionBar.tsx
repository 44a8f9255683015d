// The bar beneath the list while something is selected: how many, and what can be done with them.
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import styles from './SelectionBar.module.css';

type SelectionBarProps = { count: number; onExport: () => void; onDelete: () => void; onClear: () => void };

export function SelectionBar({ count, onExport, onDelete, onClear }: SelectionBarProps) {
  const { t } = useTranslation(['contacts', 'common']);
  return (
    <section className={styles.bar} aria-label={t('selectionBar')}>
      <span className={styles.count} role="status">
        {t('selected', { count })}
      </span>
      <Button onPress={onExport}>{t('export')}</Button>
      <Button onPress={onDelete}>{t('common:delete')}</Button>
      <span className={styles.space} />
      <IconButton label={t('clearSelection')} icon={<X />} onPress={onClear} />
    </section>
  );
}
