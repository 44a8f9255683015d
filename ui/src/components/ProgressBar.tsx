// How far a job is, with a line that says so in words. Without a fraction the bar moves to and fro.
import type { ReactNode } from 'react';
import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import styles from './ProgressBar.module.css';

type ProgressBarProps = { label: string; fraction: number | null; detail?: ReactNode };

export function ProgressBar({ label, fraction, detail }: ProgressBarProps) {
  return (
    <AriaProgressBar
      className={styles.progress ?? ''}
      aria-label={label}
      isIndeterminate={fraction === null}
      value={(fraction ?? 0) * 100}
    >
      {({ percentage }) => (
        <>
          <div className={styles.track}>
            <div
              className={styles.bar}
              data-unknown={fraction === null || undefined}
              style={fraction === null ? undefined : { inlineSize: `${percentage ?? 0}%` }}
            />
          </div>
          {detail && <div className={styles.detail}>{detail}</div>}
        </>
      )}
    </AriaProgressBar>
  );
}
