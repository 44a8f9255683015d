// The toolbar of a screen: its title, what belongs in the middle (the search), its actions.
import type { ReactNode } from 'react';
import styles from './ScreenHead.module.css';

export function ScreenHead({ title, middle, children }: { title: string; middle?: ReactNode; children?: ReactNode }) {
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.middle}>{middle}</div>
      <div className={styles.actions}>{children}</div>
    </header>
  );
}
