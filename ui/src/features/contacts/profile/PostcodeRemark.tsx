// What there is to say about a postcode while it is typed, by the country of its address: never in the way of saving.
import { TriangleAlert } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '@/ipc/call';
import styles from './PointRemark.module.css';

export function PostcodeRemark({ value, country }: { value: string; country: string | null }) {
  const { t } = useTranslation('profile');
  const typed = useDeferredValue(value.trim());
  const { data } = useAsk('postcode_check', { value: typed, country }, { enabled: typed !== '', keepPrevious: true });
  const example = typed === '' ? null : data?.example;
  return (
    <span className={styles.remark} role="status">
      {example && (
        <>
          <TriangleAlert aria-hidden="true" />
          {t('check.postcode', { example })}
        </>
      )}
    </span>
  );
}
