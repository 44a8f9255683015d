// The rehearsal or the import under way: how far, how fast, how long still, and that it can be stopped.
import { useTranslation } from 'react-i18next';
import { ProgressBar } from '@/components/ProgressBar';
import type { Progress } from '@/ipc/bindings';
import type { WizardState } from '../model/state';
import type { Work } from '../useWork';
import styles from './SummaryStage.module.css';
import { useDeed } from './useDeed';
import { useSeconds } from './useSeconds';

export function WorkProgress({ work: { busy }, state }: { work: Work; state: WizardState }) {
  const { t } = useTranslation('import');
  const deed = useDeed(state);
  const isRun = busy?.work === 'import_run';
  const detail = useDetail(busy?.progress ?? null);
  return (
    <div className={styles.progress}>
      <div className={styles.panel}>
        <div role="status">
          <h3 className={styles.title}>{isRun ? t('run.title') : t('check.running')}</h3>
        </div>
        <p className={styles.what}>{isRun ? deed.label : t('check.runningHint')}</p>
        <ProgressBar
          label={isRun ? t('run.title') : t('check.running')}
          fraction={busy?.progress?.fraction ?? null}
          detail={detail}
        />
      </div>
    </div>
  );
}

/** "640,000 rows · 31,000 a second · 12 s left"; keeps its line while nothing is known yet. */
function useDetail(progress: Progress | null): string {
  const { t } = useTranslation('import');
  const inSeconds = useSeconds();
  if (!progress) return '\u00a0';
  const { done, per_second, seconds_left } = progress;
  const parts = [t('run.rows', { count: done })];
  if (per_second !== null) parts.push(t('run.perSecond', { count: Math.round(per_second) }));
  if (seconds_left !== null) parts.push(t('run.left', { time: inSeconds(Math.max(1, Math.round(seconds_left))) }));
  return parts.join(' · ');
}
