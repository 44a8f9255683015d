// The counts of one import, which add up to the rows of its file, and how the file was read.
import { useTranslation } from 'react-i18next';
import { useNumber } from '@/components/numbers';
import { countOf, OUTCOMES } from '@/features/import/model/report';
import { useSeconds } from '@/features/import/summary/useSeconds';
import type { ImportReport } from '@/ipc/bindings';
import styles from './Counts.module.css';

export function Counts({ report }: { report: ImportReport }) {
  const { t } = useTranslation('imports');
  const number = useNumber();
  const inSeconds = useSeconds();
  return (
    <div>
      <dl className={styles.counts}>
        {OUTCOMES.map((outcome) => {
          const count = countOf(report, outcome);
          return (
            <div key={outcome} className={styles.count} data-outcome={count > 0 ? outcome : undefined}>
              <dt>{t(`counts.${outcome}`)}</dt>
              <dd>{number(count)}</dd>
            </div>
          );
        })}
      </dl>
      <p className={styles.read}>
        {t('rowsRead', { count: report.rows, time: inSeconds(report.seconds) })}
        {report.sheet !== null && (
          <>
            {' · '}
            <bdi>{report.sheet}</bdi>
          </>
        )}
        {report.encoding !== null && ` · ${report.encoding}`}
      </p>
    </div>
  );
}
