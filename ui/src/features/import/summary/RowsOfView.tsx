// The rows behind the tile that is open: problems with what to do about them, or the rows as they stand in the file.
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '@/ipc/bindings';
import { countOf, rowsOf, type View } from '../model/report';
import type { StageProps } from '../props';
import { ProblemsTable } from './ProblemsTable';
import styles from './RowsOfView.module.css';
import { RowsTable } from './RowsTable';

type RowsOfViewProps = StageProps & { report: ImportReport; view: View };

export function RowsOfView({ state, dispatch, report, view }: RowsOfViewProps) {
  const { t } = useTranslation('import');
  const rows = rowsOf(report, view);
  const total = view === 'noted' ? rows.length : countOf(report, view);
  const tense = state.result ? 'done' : 'planned';
  const hasProblems = view === 'rejected' || view === 'noted';
  const title = t(`rows.${tense}.${view}`, { count: total });
  return (
    <div className={styles.rows}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        {total > rows.length && rows.length > 0 && (
          <span className={styles.aside}>{t('rows.first', { count: rows.length })}</span>
        )}
      </div>
      {hasProblems && rows.length > 0 && (
        <ProblemsTable state={state} dispatch={dispatch} rows={rows} label={title} editable={!state.result} />
      )}
      {!hasProblems && rows.length > 0 && (
        <RowsTable key={view} state={state} dispatch={dispatch} rows={rows} label={title} />
      )}
    </div>
  );
}
