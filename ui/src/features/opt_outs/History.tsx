// What was decided about a value, the latest first.
import { useTranslation } from 'react-i18next';
import { useLongDate } from '@/components/numbers';
import type { SubscriptionChange } from '@/ipc/bindings';
import styles from './History.module.css';

export function History({ changes }: { changes: SubscriptionChange[] }) {
  const { t } = useTranslation('opt_outs');
  return (
    <ol className={styles.list} aria-label={t('status.historyLabel')}>
      {changes.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and only grow at the front
        <Line key={changes.length - index} change={change} />
      ))}
    </ol>
  );
}

function Line({ change: { at, status, initiative, reason, ground, note, by } }: { change: SubscriptionChange }) {
  const { t } = useTranslation('opt_outs');
  const date = useLongDate();
  const whose = initiative && t(`initiatives.${initiative}`);
  const details = [ground ? t('status.ground', { ground }) : null, reason, note].filter(Boolean);
  return (
    <li className={styles.line} data-status={status}>
      <span className={styles.what}>
        {t(`became.${status}`)}
        {whose && <span className={styles.whose}> · {whose}</span>}
      </span>
      <span className={styles.when}>
        {date(at)}
        {by && <bdi> · {by}</bdi>}
      </span>
      {details.length > 0 && <bdi className={styles.details}>{details.join(' · ')}</bdi>}
    </li>
  );
}
