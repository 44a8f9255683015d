// What is said in a list where there are no rows to show: that it could not be read, or that nothing matches and how to see
// everything.
import { Button } from '../Button';
import { EmptyState } from '../EmptyState';
import { useFailureText } from '../failures';
import styles from './NoRows.module.css';
import type { RowsOf } from './useRows';

type NoRowsProps = {
  rows: Pick<RowsOf<unknown, unknown>, 'ready' | 'total' | 'failure'>;
  title: string;
  text: string;
  /** What the way out is called. */
  all: string;
  onAll: () => void;
};

export function NoRows({ rows, title, text, all, onAll }: NoRowsProps) {
  const inWords = useFailureText();
  if (rows.failure) {
    const { message, hint } = inWords(rows.failure);
    return (
      <div className={styles.instead}>
        <EmptyState title={message} text={hint ?? undefined} actions={<Button onPress={onAll}>{all}</Button>} />
      </div>
    );
  }
  if (!rows.ready || rows.total > 0) return null;
  return (
    <div className={styles.instead}>
      <EmptyState title={title} text={text} actions={<Button onPress={onAll}>{all}</Button>} />
    </div>
  );
}
