// The order of the columns of a file: each can be moved up. The one that was moved keeps the keyboard.
import { ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import styles from './FieldChoice.module.css';

type FieldOrderProps = {
  chosen: string[];
  onChoose: (fields: string[]) => void;
  labelOf: (code: string) => string;
  isDisabled: boolean;
};

export function FieldOrder({ chosen, onChoose, labelOf, isDisabled }: FieldOrderProps) {
  const { t } = useTranslation('export');
  const moveUp = (at: number) => {
    const own = chosen.slice(at, at + 1);
    if (at > 0) onChoose([...chosen.slice(0, at - 1), ...own, ...chosen.slice(at - 1, at), ...chosen.slice(at + 1)]);
  };
  return (
    <ol className={styles.list} aria-label={t('order')}>
      {chosen.map((code, at) => (
        <li key={code} className={styles.place}>
          <span className={styles.count}>{at + 1}</span>
          <bdi className={styles.field}>{labelOf(code)}</bdi>
          <IconButton
            size="small"
            label={t('moveUp', { field: labelOf(code) })}
            icon={<ArrowUp />}
            onPress={() => moveUp(at)}
            isDisabled={isDisabled}
          />
        </li>
      ))}
    </ol>
  );
}
