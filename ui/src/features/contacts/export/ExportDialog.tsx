// Exporting contacts: what, in which format, which fields; then the native save dialog, progress, and where the file is.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { useShowFailure } from '@/components/failures';
import form from '@/components/form.module.css';
import { ProgressBar } from '@/components/ProgressBar';
import { Refusal } from '@/components/Refusal';
import { Segmented } from '@/components/Segmented';
import { Select } from '@/components/Select';
import { showToast } from '@/components/Toast';
import { totalOf } from '@/features/opt_outs/words';
import type { ExportReport } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { useJob } from '@/ipc/jobs';
import { pickSave, reveal } from '@/ipc/shell';
import type { ContactList } from '../useContactList';
import { FieldChoice } from './FieldChoice';
import { type Exported, LeftOutList } from './LeftOutList';

type ExportDialogProps = { isOpen: boolean; onClose: () => void; list: ContactList };
const FORMATS = ['xlsx', 'csv', 'vcf'] as const;
type Format = (typeof FORMATS)[number];

const PURPOSES = ['none', 'email', 'sms', 'phone', 'post'] as const;
type Purpose = (typeof PURPOSES)[number];

export function ExportDialog({ isOpen, onClose, list }: ExportDialogProps) {
  const { t } = useTranslation(['export', 'common']);
  const [format, setFormat] = useState<Format>('xlsx');
  const [fields, setFields] = useState<string[] | null>(null);
  const [purpose, setPurpose] = useState<Purpose>('none');
  const [exported, setExported] = useState<Exported<ExportReport> | null>(null);
  const close = () => {
    setExported(null);
    onClose();
  };
  const job = useExport(list, close, setExported);
  if (exported) return <Done exported={exported} isOpen={isOpen} onClose={close} />;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('title')}
      locked={job.running}
      actions={
        <>
          <Button onPress={job.running ? job.cancel : onClose}>{t('common:cancel')}</Button>
          <Button
            variant="main"
            isDisabled={job.running || fields?.length === 0}
            onPress={() => job.start(format, fields ?? [], purpose)}
          >
            {t('export')}
          </Button>
        </>
      }
    >
      <div className={form.form}>
        <p className={form.what}>
          {list.hasSelection ? t('selected', { count: list.count }) : t('all', { count: list.rows.total })}
        </p>
        <div>
          <Select
            label={t('purpose')}
            choices={PURPOSES.map((id) => ({ id, label: t(`purposes.${id}`) }))}
            value={purpose}
            onChange={(id) => setPurpose(id as Purpose)}
            isDisabled={job.running}
          />
          {purpose !== 'none' && <p className={form.hint}>{t('purposeHint')}</p>}
        </div>
        <div>
          <Segmented
            label={t('format')}
            choices={FORMATS.map((id) => ({ id, label: t(id) }))}
            value={format}
            onChange={(id) => setFormat(id as Format)}
            isDisabled={job.running}
          />
          <p className={form.hint}>{t(`${format}Hint`)}</p>
        </div>
        <Fields chosen={fields} onChoose={setFields} isDisabled={job.running} />
        {job.running && <ProgressBar label={t('running')} fraction={job.progress?.fraction ?? null} />}
        <Refusal failure={job.failure} />
      </div>
    </Dialog>
  );
}

type FieldsProps = { chosen: string[] | null; onChoose: (fields: string[] | null) => void; isDisabled: boolean };

function Fields(props: FieldsProps) {
  const { data } = useAsk('fields_list', {});
  const exportable = data?.fields.filter((field) => field.exportable) ?? [];
  return <FieldChoice {...props} fields={exportable} />;
}

type DoneProps = { exported: Exported<ExportReport>; isOpen: boolean; onClose: () => void };

/** Whom the export left out; it stays until it was read. */
function Done({ exported, isOpen, onClose }: DoneProps) {
  const { t } = useTranslation('export');
  const showFailure = useShowFailure();
  const { file, contacts } = exported.report;
  return (
    <Dialog
      wide
      isOpen={isOpen}
      onClose={onClose}
      title={t('done', { count: contacts })}
      actions={
        <>
          <Button onPress={() => void reveal(file).catch(showFailure)}>{t('showInFolder')}</Button>
          <Button key="done" variant="main" onPress={onClose} autoFocus>
            {t('close')}
          </Button>
        </>
      }
    >
      <div className={form.form}>
        <LeftOutList exported={exported} />
      </div>
    </Dialog>
  );
}

/** The export as a job: asks where to save, writes, and says where the file is. */
function useExport(list: ContactList, onDone: () => void, onLeftOut: (exported: Exported<ExportReport>) => void) {
  const { t } = useTranslation('export');
  const job = useJob('export_run');
  const showFailure = useShowFailure();

  const tell = ({ file, contacts }: ExportReport) =>
    showToast({
      title: t('done', { count: contacts }),
      detail: file,
      action: { label: t('showInFolder'), onPress: () => void reveal(file).catch(showFailure) },
    });

  const start = async (format: Format, fields: string[], wanted: Purpose) => {
    const path = await pickSave(t('saveTitle'), `${t('fileName')}.${format}`, [format]).catch(showFailure);
    if (!path) return;
    const selection = list.hasSelection ? list.forCore() : null;
    const purpose = wanted === 'none' ? null : wanted;
    const asked = { query: list.rows.query, selection };
    const report = await job.run({ ...asked, path, format, fields, purpose, left_out_path: null });
    if (!report) return;
    if (purpose && totalOf(report.left_out) > 0) {
      onLeftOut({ report, asked: { ...asked, purpose } });
      return;
    }
    onDone();
    tell(report);
  };

  const begin = (format: Format, fields: string[], purpose: Purpose) => void start(format, fields, purpose);
  return { ...job, start: begin };
}
