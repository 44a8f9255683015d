// What a screen shows instead of nothing: one sentence that says what belongs here, and the next step.
import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './EmptyState.module.css';

type EmptyStateProps = {
  title: string;
  text?: string;
  icon?: ReactNode;
  actions?: ReactNode;
  /** Drawn as a place to drop files on; `over` while something is dragged above it. */
  drop?: boolean;
  over?: boolean;
};

export function EmptyState({ title, text, icon, actions, drop = false, over = false }: EmptyStateProps) {
  return (
    <div className={styles.place}>
      <div className={classes(styles.box, drop && styles.drop, over && styles.over)}>
        {icon && <span className={styles.icon}>{icon}</span>}
        <h2 className={styles.title}>{title}</h2>
        {text && <p className={styles.text}>{text}</p>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
