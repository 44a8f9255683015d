// The number of a row, which opens all its cells.
import { ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './RowToggle.module.css';

type RowToggleProps = { row: number; isOpen: boolean; onToggle: () => void };

export function RowToggle({ row, isOpen, onToggle }: RowToggleProps) {
  const { t } = useTranslation('import');
  return (
    <Button
      className={styles.toggle ?? ''}
      aria-expanded={isOpen}
      aria-label={t('rows.open', { row })}
      onPress={onToggle}
    >
      <ChevronRight aria-hidden="true" />
      {row}
    </Button>
  );
}
