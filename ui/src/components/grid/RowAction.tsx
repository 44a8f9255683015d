// A small button at the end of the row under the pointer. It is plain, since every drawn row has some and scrolling must stay
// light; the keyboard has keys of its own for what it does.
import type { ReactNode } from 'react';
import styles from './RowAction.module.css';

export function RowAction({ label, icon, onPress }: { label: string; icon: ReactNode; onPress: () => void }) {
  return (
    <button type="button" tabIndex={-1} className={styles.action} aria-label={label} title={label} onClick={onPress}>
      {icon}
    </button>
  );
}
