// Adding opt-outs: pasted or typed lines, or a file. What would happen is counted while one types; then it is done as one
// batch, and the same counts say what happened, with Undo beside them. Mounted once, in the frame.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { ProgressBar } from '@/components/ProgressBar';
import { Refusal } from '@/components/Refusal';
import { useFileTaker } from '@/frame/files';
import { useUndo } from '@/frame/undo';
import type { ImportSource, OptOutAct, OptOutsReport } from '@/ipc/bindings';
import { useJob } from '@/ipc/jobs';
import { ActFields } from '../ActFields';
import styles from './AddOptOuts.module.css';
import { closeAddOptOuts, useIsAddingOptOuts } from './addDialog';
import { Columns } from './Columns';
import { Outcome } from './Outcome';
import { Source } from './Source';
import { useRehearsal } from './useRehearsal';

export function AddOptOuts() {
  return useIsAddingOptOuts() ? <AddDialog /> : null;
}

function AddDialog() {
  const { t } = useTranslation(['opt_outs', 'common']);
  const [source, setSource] = useState<ImportSource>({ kind: 'text', text: '' });
  const [columns, setColumns] = useState<number[]>([]);
  const [act, setAct] = useState<OptOutAct>({ initiative: 'theirs', reason: '', note: '' });
  const [done, setDone] = useState<OptOutsReport | null>(null);
  const rehearsal = useRehearsal(source, columns);
  const job = useJob('opt_outs_import');
  const { undoBatch } = useUndo();
  const added = rehearsal.report?.added ?? 0;

  const choose = (next: ImportSource) => {
    setSource(next);
    setColumns([]);
  };
  // While the dialog stands, a dropped file is for it, also where it can't be taken at the moment.
  useFileTaker(
    () => true,
    ([path]) => {
      if (path !== undefined && !job.running && !done) choose({ kind: 'file', path });
    },
  );
  const run = async () => {
    setDone(await job.run({ source, columns, act, country: null }));
  };
  const undo = () => {
    if (done?.batch) undoBatch(done.batch);
    closeAddOptOuts();
  };

  if (done) {
    return (
      <Dialog
        isOpen
        wide
        onClose={closeAddOptOuts}
        title={t('add.done', { count: done.added })}
        actions={
          <>
            {done.batch !== null && <Button onPress={undo}>{t('common:undo')}</Button>}
            <Button key="done" variant="main" onPress={closeAddOptOuts} autoFocus>
              {t('add.close')}
            </Button>
          </>
        }
      >
        <div className={styles.form}>
          <Outcome report={done} isDone />
        </div>
      </Dialog>
    );
  }

  return (
    <Dialog
      isOpen
      wide
      onClose={closeAddOptOuts}
      title={t('add.title')}
      locked={job.running}
      actions={
        <>
          <Button onPress={job.running ? job.cancel : closeAddOptOuts}>{t('common:cancel')}</Button>
          <Button
            variant="main"
            isDisabled={job.running || !rehearsal.isCurrent || added === 0}
            onPress={() => void run()}
          >
            {added > 0 ? t('add.run', { count: added }) : t('actions.optOut')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Source source={source} onChange={choose} isDisabled={job.running} />
        {rehearsal.report && rehearsal.report.columns.length > 1 && (
          <Columns columns={rehearsal.report.columns} onChange={setColumns} isDisabled={job.running} />
        )}
        <Refusal failure={rehearsal.failure ?? job.failure} />
        {rehearsal.report && <Outcome report={rehearsal.report} isDone={false} />}
        {added > 0 && <ActFields act={act} onChange={setAct} isDisabled={job.running} />}
        {job.running && <ProgressBar label={t('add.running')} fraction={job.progress?.fraction ?? null} />}
      </div>
    </Dialog>
  );
}
