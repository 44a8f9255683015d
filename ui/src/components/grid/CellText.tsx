// A text in a cell of a grid. The block that cuts it off has the direction of the text itself, so that a long Latin name among
// Hebrew ones loses its end and not its beginning.
import type { ReactNode } from 'react';
import { classes } from '../classes';
import styles from './CellText.module.css';

type CellTextProps = { children: ReactNode; title?: string; tone?: 'strong' | 'quiet' | 'dim' };

export function CellText({ children, title, tone }: CellTextProps) {
  const told = title ?? (typeof children === 'string' ? children : undefined);
  return (
    <bdi className={classes(styles.text, tone && styles[tone])} title={told}>
      {children}
    </bdi>
  );
}
