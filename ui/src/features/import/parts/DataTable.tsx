// The frame of the wizard's tables: scrolls in both directions inside itself, with a head that stays. What stands in it is
// the caller's.
import type { ReactNode } from 'react';
import { classes } from '@/components/classes';
import styles from './DataTable.module.css';

type DataTableProps = {
  label: string;
  head: ReactNode;
  children: ReactNode;
  /** Takes the width of its cells instead of the window's. */
  loose?: boolean;
};

export function DataTable({ label, head, children, loose = false }: DataTableProps) {
  return (
    // The frame scrolls, so the keyboard has to reach it (WCAG 2.1.1).
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region without a focusable child can't be scrolled by keys.
    <section className={styles.frame} aria-label={label} tabIndex={0}>
      <table className={classes(styles.table, loose && styles.loose)} aria-label={label}>
        <thead>{head}</thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

/** A cell of data as it stands in the file: its own direction, cut with its whole text on hover. */
export function DataCell({ text, dim = false }: { text: string; dim?: boolean }) {
  return (
    <td className={classes(styles.cell, dim && styles.dim)} title={text.length > 18 ? text : undefined}>
      <bdi>{text}</bdi>
    </td>
  );
}

export function RowNumber({ row }: { row: number }) {
  return (
    <th scope="row" className={styles.rowNumber}>
      {row}
    </th>
  );
}
