// The bar beneath the trash while something is selected.
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import styles from './TrashBar.module.css';

type TrashBarProps = { count: number; onRestore: () => void; onRemove: () => void; onClear: () => void };

export function TrashBar({ count, onRestore, onRemove, onClear }: TrashBarProps) {
  const { t } = useTranslation(['trash', 'contacts']);
  return (
    <section className={styles.bar} aria-label={t('contacts:selectionBar')}>
      <span className={styles.count} role="status">
        {t('contacts:selected', { count })}
      </span>
      <Button onPress={onRestore}>{t('restore')}</Button>
      <Button onPress={onRemove}>{t('remove')}</Button>
      <span className={styles.space} />
      <IconButton label={t('contacts:clearSelection')} icon={<X />} onPress={onClear} />
    </section>
  );
}
