// What there is to say about a phone, e-mail or website while it is typed: kindly, and never in the way of saving.
import { TriangleAlert } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '@/ipc/call';
import styles from './PointRemark.module.css';

type PointRemarkProps = { kind: string; value: string; contact?: number };

export function PointRemark({ kind, value, contact }: PointRemarkProps) {
  const { t, i18n } = useTranslation('profile');
  const typed = useDeferredValue(value);
  const input = { point_kind: kind, value: typed, contact: contact ?? null };
  const { data } = useAsk('point_check', input, { enabled: typed.trim() !== '', keepPrevious: true });
  const problem = typed.trim() === '' ? null : data?.problem;
  return (
    <span className={styles.remark} role="status">
      {problem && (
        <>
          <TriangleAlert aria-hidden="true" />
          {i18n.exists(`profile:check.${problem}`) ? t(`check.${problem}` as never) : data?.message}
        </>
      )}
    </span>
  );
}
