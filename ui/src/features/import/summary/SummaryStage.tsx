// The last stage, before and after writing: the rehearsal with its five counts, the import with its progress, and the same
// counts once they are final.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import type { ImportReport } from '@/ipc/bindings';
import { fileName } from '../model/files';
import { firstView, type View } from '../model/report';
import { Notice } from '../parts/Notice';
import type { StageProps } from '../props';
import type { Work } from '../useWork';
import { useFileFailure } from '../words';
import { CountTiles } from './CountTiles';
import { Remarks } from './Remarks';
import { RowsOfView } from './RowsOfView';
import { SummaryHead } from './SummaryHead';
import styles from './SummaryStage.module.css';
import { UndoneNotice } from './UndoneNotice';
import { WorkProgress } from './WorkProgress';

type SummaryProps = StageProps & { work: Work };

export function SummaryStage({ state, dispatch, work }: SummaryProps) {
  const report = state.result ?? state.rehearsal?.report ?? null;
  const isRunning = work.busy?.work === 'import_run';
  if (isRunning || (work.busy && !report)) return <WorkProgress work={work} state={state} />;
  return (
    <div className={styles.stage} aria-busy={work.busy !== null}>
      {report && <SummaryHead state={state} report={report} work={work} />}
      <Notices state={state} dispatch={dispatch} />
      {report && <Report key={report.batch ?? 'rehearsal'} state={state} dispatch={dispatch} report={report} />}
    </div>
  );
}

/** The view that is open stays open when corrected rows are checked again. */
function Report({ state, dispatch, report }: StageProps & { report: ImportReport }) {
  const [view, setView] = useState<View>(() => firstView(report));
  return (
    <>
      <CountTiles report={report} view={view} onView={setView} isFinal={state.result !== null} />
      <Remarks state={state} dispatch={dispatch} report={report} onShowNoted={() => setView('noted')} />
      <RowsOfView state={state} dispatch={dispatch} report={report} view={view} />
    </>
  );
}

function Notices({ state, dispatch }: StageProps) {
  const { t } = useTranslation('import');
  if (state.undone) return <UndoneNotice undone={state.undone} />;
  if (state.failure) return <FailureNotice state={state} dispatch={dispatch} />;
  if (state.cancelled) return <Notice tone="info" title={t('run.cancelled')} text={t('run.cancelledHint')} />;
  if (state.result && state.left.length > 0) return <NextFile state={state} dispatch={dispatch} />;
  return null;
}

function FailureNotice({ state: { failure }, dispatch }: StageProps) {
  const { t } = useTranslation('import');
  const { message, hint } = useFileFailure()(failure);
  const lookAgain = failure?.code === 'file_changed';
  return (
    <Notice
      tone="bad"
      title={message}
      text={hint}
      actions={
        lookAgain && (
          <Button size="small" onPress={() => dispatch({ type: 'look_again' })}>
            {t('run.lookAgain')}
          </Button>
        )
      }
    />
  );
}

function NextFile({ state: { left }, dispatch }: StageProps) {
  const { t } = useTranslation('import');
  const [next = ''] = left;
  return (
    <Notice
      tone="info"
      title={t('done.left', { count: left.length })}
      actions={
        <Button size="small" onPress={() => dispatch({ type: 'files', paths: left })}>
          {t('done.importNext', { name: fileName(next) })}
        </Button>
      }
    />
  );
}
