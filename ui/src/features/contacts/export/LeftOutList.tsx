// After an export for a channel: how many were left out and why, who they are, and the way to keep that list.
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { ProgressBar } from '@/components/ProgressBar';
import { showToast } from '@/components/Toast';
import { totalOf, useLeftOutText } from '@/features/opt_outs/words';
import type { ExportReport, LeftOutRequest } from '@/ipc/bindings';
import { useJob } from '@/ipc/jobs';
import { pickSave, reveal } from '@/ipc/shell';
import styles from './LeftOutList.module.css';

/** What was exported, to ask for the same people again. */
export type Exported<R = Pick<ExportReport, 'left_out' | 'left_out_rows'>> = {
  report: R;
  asked: Omit<LeftOutRequest, 'path'>;
};

export function LeftOutList({ exported: { report, asked } }: { exported: Exported }) {
  const { t } = useTranslation(['export', 'opt_outs', 'contacts']);
  const leftOutText = useLeftOutText();
  const { save, running, progress } = useSave(asked);
  const total = totalOf(report.left_out);
  return (
    <div className={styles.list}>
      <p className={styles.sum}>{t('opt_outs:leftOutOf', { reasons: leftOutText(report.left_out) })}</p>
      <ul className={styles.rows} aria-label={t('leftOut')}>
        {report.left_out_rows.map(({ id, name, organization, refusal, reason }) => (
          <li key={id} className={styles.row}>
            <bdi className={styles.name}>{name || t('contacts:unnamed')}</bdi>
            <bdi className={styles.organization}>{organization}</bdi>
            <span className={styles.why} title={reason ?? undefined}>
              {t(`opt_outs:because.${refusal}`)}
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        {report.left_out_rows.length < total && <span>{t('firstOf', { count: report.left_out_rows.length })}</span>}
        {running && <ProgressBar label={t('running')} fraction={progress?.fraction ?? null} />}
        <Button size="small" onPress={save} isDisabled={running}>
          {t('saveLeftOut')}
        </Button>
      </div>
    </div>
  );
}

function useSave(asked: Exported['asked']) {
  const { t } = useTranslation('export');
  const job = useJob('export_left_out');
  const showFailure = useShowFailure();
  const save = async () => {
    const path = await pickSave(t('saveLeftOutTitle'), `${t('leftOutName')}.xlsx`, ['xlsx', 'csv']).catch(showFailure);
    if (!path) return;
    const saved = await job.run({ ...asked, path });
    if (!saved) return;
    showToast({
      title: t('leftOutSaved', { count: saved.contacts }),
      detail: saved.file,
      action: { label: t('showInFolder'), onPress: () => void reveal(saved.file).catch(showFailure) },
    });
  };
  return { ...job, save: () => void save() };
}
