// The line above the counts: what they are about, and how long and as which batch it was done.
import { useTranslation } from 'react-i18next';
import { ProgressBar } from '@/components/ProgressBar';
import type { ImportReport } from '@/ipc/bindings';
import { countOf, OUTCOMES } from '../model/report';
import type { WizardState } from '../model/state';
import type { Work } from '../useWork';
import styles from './SummaryStage.module.css';
import { useSeconds } from './useSeconds';

type SummaryHeadProps = { state: WizardState; report: ImportReport; work: Work };

export function SummaryHead({ state, report, work }: SummaryHeadProps) {
  const { t } = useTranslation('import');
  return (
    <div className={styles.head}>
      <div role="status">
        <h3 className={styles.title}>{useTitle(state, report)}</h3>
      </div>
      {work.busy ? (
        <div className={styles.checking}>
          <ProgressBar
            label={t(work.busy.work === 'undo' ? 'done.undoing' : 'check.running')}
            fraction={work.busy.progress?.fraction ?? null}
          />
        </div>
      ) : (
        <Aside report={report} />
      )}
    </div>
  );
}

function useTitle(state: WizardState, report: ImportReport): string {
  const { t } = useTranslation('import');
  if (state.undone) return t('done.undone');
  if (!state.result) return t('check.title', { count: report.rows });
  const counted = OUTCOMES.reduce((total, outcome) => total + countOf(report, outcome), 0);
  return counted === report.rows
    ? t('done.title', { count: report.rows })
    : t('done.titleRead', { count: report.rows });
}

function Aside({ report: { batch, seconds } }: { report: ImportReport }) {
  const { t } = useTranslation('import');
  const inSeconds = useSeconds();
  if (batch === null) return <span className={styles.aside}>{t('check.nothingWritten')}</span>;
  return <span className={styles.aside}>{`${inSeconds(seconds)} · ${t('done.batch', { batch })}`}</span>;
}
