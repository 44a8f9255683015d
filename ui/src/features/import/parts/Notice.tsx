// Something that the user must know, where they are looking: what was left out, what could not be read, what to do. Warnings
// and errors are announced as they appear.
import { CircleAlert, CircleX, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

type NoticeProps = {
  tone: 'info' | 'warn' | 'bad';
  title: ReactNode;
  text?: ReactNode;
  actions?: ReactNode;
};

const ICONS = { info: Info, warn: CircleAlert, bad: CircleX };

export function Notice({ tone, title, text, actions }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'info' ? 'status' : 'alert'}>
      <Icon aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {text && <p className={styles.text}>{text}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
