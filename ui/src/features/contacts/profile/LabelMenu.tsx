// The name of a phone or address that can be changed: a press opens the others that its kind knows.
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { Menu, MenuItem } from '@/components/Menu';
import styles from './LabelMenu.module.css';
import { useLabel } from './words';

type LabelMenuProps = {
  name: string;
  labels: string[];
  label: string | null;
  onChoose: (label: string) => Promise<void>;
};

export function LabelMenu({ name, labels, label, onChoose }: LabelMenuProps) {
  const { t } = useTranslation('profile');
  const inWords = useLabel();
  const showFailure = useShowFailure();
  if (labels.length === 0) return <span className={styles.fixed}>{name}</span>;
  return (
    <Menu
      aria-label={t('changeLabel', { name })}
      selectionMode="single"
      selectedKeys={label ? [label] : []}
      onAction={(key) => onChoose(String(key)).catch(showFailure)}
      trigger={
        <Button className={styles.label ?? ''} aria-label={t('changeLabel', { name })}>
          <bdi>{name}</bdi>
        </Button>
      }
    >
      {labels.map((id) => (
        <MenuItem key={id} id={id}>
          {inWords(id)}
        </MenuItem>
      ))}
    </Menu>
  );
}
