// The export as a job: asks for a file or a folder, writes, and says where it is and what is not in it.
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { showToast } from '@/components/Toast';
import { totalOf } from '@/features/opt_outs/words';
import type { ExportChoice, ExportReport } from '@/ipc/bindings';
import { useJob } from '@/ipc/jobs';
import { pickFolder, pickSave, reveal } from '@/ipc/shell';
import type { ContactList } from '../useContactList';
import { channelOf, type Draft, toCore } from './choice';
import type { Exported } from './LeftOutList';

/** An export after which something is to be read: who was left out, or what was left behind. */
export type Told = { report: ExportReport; asked: Exported['asked'] | null };

export function useDoneText(): (report: ExportReport) => string {
  const { t } = useTranslation('export');
  return ({ contacts, files }) =>
    files.length > 0
      ? t('doneInFiles', { count: files.length, contacts: t('all', { count: contacts }) })
      : t('done', { count: contacts });
}

export function useExport(list: ContactList, onDone: () => void, onTold: (told: Told) => void) {
  const { t } = useTranslation('export');
  const job = useJob('export_run');
  const showFailure = useShowFailure();
  const doneText = useDoneText();

  const tell = (report: ExportReport) =>
    showToast({
      title: doneText(report),
      detail: report.file,
      action: { label: t('showInFolder'), onPress: () => void reveal(report.file).catch(showFailure) },
    });

  const pick = ({ split_by, format }: ExportChoice) =>
    split_by
      ? pickFolder(t('folderTitle'))
      : pickSave(t('saveTitle'), `${t('fileName')}.${format}`, [format ?? 'xlsx']);

  const start = async (draft: Draft) => {
    const choice = toCore(draft);
    const path = await pick(choice).catch(showFailure);
    if (!path) return;
    const whom = { query: list.rows.query, selection: list.hasSelection ? list.forCore() : null };
    const report = await job.run({ ...whom, ...choice, path, left_out_path: null });
    if (!report) return;
    const purpose = channelOf(choice);
    const asked = purpose && totalOf(report.left_out) > 0 ? { ...whom, purpose } : null;
    if (asked || report.left_behind.length > 0) {
      onTold({ report, asked });
      return;
    }
    onDone();
    tell(report);
  };
  return { ...job, start: (draft: Draft) => void start(draft) };
}
