// Exporting organizations: the columns of the list or everything, in which format; then the native save dialog, progress, and
// where the file is.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { useShowFailure } from '@/components/failures';
import form from '@/components/form.module.css';
import { ProgressBar } from '@/components/ProgressBar';
import { Refusal } from '@/components/Refusal';
import { Segmented } from '@/components/Segmented';
import { showToast } from '@/components/Toast';
import { useJob } from '@/ipc/jobs';
import { pickSave, reveal } from '@/ipc/shell';
import type { OrganizationList } from '../useOrganizationList';

const FORMATS = ['xlsx', 'csv'] as const;
const COLUMNS = ['shown', 'all'] as const;
type Format = (typeof FORMATS)[number];
type Columns = (typeof COLUMNS)[number];

export function ExportDialog({ list, onClose }: { list: OrganizationList; onClose: () => void }) {
  const { t } = useTranslation(['organizations', 'export', 'common']);
  const [format, setFormat] = useState<Format>('xlsx');
  const [columns, setColumns] = useState<Columns>('shown');
  const job = useExport(list, onClose);
  const count = list.hasSelection ? list.count : list.rows.total;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('export.title')}
      locked={job.running}
      actions={
        <>
          <Button onPress={job.running ? job.cancel : onClose}>{t('common:cancel')}</Button>
          <Button variant="main" isDisabled={job.running} onPress={() => job.start(format, columns)}>
            {t('export:export')}
          </Button>
        </>
      }
    >
      <div className={form.form}>
        <p className={form.what}>{list.hasSelection ? t('export.selected', { count }) : t('count', { count })}</p>
        <div>
          <Segmented
            label={t('export.columns')}
            choices={COLUMNS.map((id) => ({ id, label: t(`export.${id}`) }))}
            value={columns}
            onChange={(id) => setColumns(id as Columns)}
            isDisabled={job.running}
          />
          <p className={form.hint}>{t(`export.${columns}Hint`)}</p>
        </div>
        <div>
          <Segmented
            label={t('export:format')}
            choices={FORMATS.map((id) => ({ id, label: t(`export:${id}`) }))}
            value={format}
            onChange={(id) => setFormat(id as Format)}
            isDisabled={job.running}
          />
          <p className={form.hint}>{t(`export:${format}Hint`)}</p>
        </div>
        {job.running && <ProgressBar label={t('export:running')} fraction={job.progress?.fraction ?? null} />}
        <Refusal failure={job.failure} />
      </div>
    </Dialog>
  );
}

/** The export as a job: asks where to save, writes, and says where the file is. */
function useExport(list: OrganizationList, onDone: () => void) {
  const { t } = useTranslation(['organizations', 'export']);
  const job = useJob('organizations_export');
  const showFailure = useShowFailure();
  const start = async (format: Format, columns: Columns) => {
    const name = `${t('export.fileName')}.${format}`;
    const path = await pickSave(t('export:saveTitle'), name, [format]).catch(showFailure);
    if (!path) return;
    const selection = list.hasSelection ? list.forCore() : null;
    const fields = columns === 'shown' ? list.arranged.map(({ id }) => id) : [];
    const report = await job.run({ path, format, query: list.rows.query, selection, fields });
    if (!report) return;
    onDone();
    showToast({
      title: t('export.done', { count: report.organizations }),
      detail: report.file,
      action: { label: t('export:showInFolder'), onPress: () => void reveal(report.file).catch(showFailure) },
    });
  };
  return { ...job, start: (format: Format, columns: Columns) => void start(format, columns) };
}
