// A phone number or e-mail address with its state: active, opted out, or not valid. The state is said by shape, colour and,
// to screen readers, in words. The value stays left to right in every language.
import { useTranslation } from 'react-i18next';
import type { PointStatus } from '@/ipc/bindings';
import styles from './PointMark.module.css';

export function PointMark({ value, status }: { value: string; status: PointStatus }) {
  const { t } = useTranslation();
  return (
    <span className={styles.point} data-status={status} dir="ltr" title={value}>
      <span className={styles.mark} aria-hidden="true" />
      <span className={styles.value}>{value}</span>
      {status !== 'active' && <span className="unseen">{t(`status.${status}`)}</span>}
    </span>
  );
}
