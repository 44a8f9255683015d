// How a membership stands: a dot and a word, never the colour alone.
import { useTranslation } from 'react-i18next';
import type { MembershipStatus } from '@/ipc/bindings';
import styles from './StatusMark.module.css';

export function StatusMark({ status }: { status: MembershipStatus }) {
  const { t } = useTranslation('members');
  return (
    <span className={styles.mark} data-status={status}>
      {t(`statuses.${status}`)}
    </span>
  );
}
