// Exporting contacts: for what, in which format, which fields; then the native save dialog, progress, and where the file is.
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
import { useAsk } from '@/ipc/call';
import { reveal } from '@/ipc/shell';
import type { ContactList } from '../useContactList';
import { blank, type Draft, FORMATS, type Format, PURPOSES, type Purpose } from './choice';
import { FieldChoice } from './FieldChoice';
import { LeftBehind } from './LeftBehind';
import { LeftOutList } from './LeftOutList';
import { Profiles } from './Profiles';
import { ReaderChoice } from './ReaderChoice';
import { SplitChoice } from './SplitChoice';
import { type Told, useDoneText, useExport } from './useExport';

type ExportDialogProps = { isOpen: boolean; onClose: () => void; list: ContactList };

export function ExportDialog({ isOpen, onClose, list }: ExportDialogProps) {
  const { t } = useTranslation(['export', 'common']);
  const [draft, setDraft] = useState<Draft>(blank);
  const [profile, setProfile] = useState<string | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const close = () => {
    setTold(null);
    onClose();
  };
  const job = useExport(list, close, setTold);
  if (told) return <Done told={told} isOpen={isOpen} onClose={close} />;
  const choose = (name: string | null, kept?: Draft) => {
    setProfile(name);
    if (kept) setDraft(kept);
  };
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
            isDisabled={job.running || draft.fields?.length === 0}
            onPress={() => job.start(draft)}
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
        <Profiles draft={draft} chosen={profile} onChoose={choose} isDisabled={job.running} />
        <Choices draft={draft} set={(part) => setDraft({ ...draft, ...part })} isDisabled={job.running} />
        {job.running && <ProgressBar label={t('running')} fraction={job.progress?.fraction ?? null} />}
        <Refusal failure={job.failure} />
      </div>
    </Dialog>
  );
}

type ChoicesProps = { draft: Draft; set: (part: Partial<Draft>) => void; isDisabled: boolean };

function Choices({ draft, set, isDisabled }: ChoicesProps) {
  const { t } = useTranslation('export');
  const { data } = useAsk('fields_list', {});
  const fields = data?.fields.filter((field) => field.exportable) ?? [];
  return (
    <>
      <div>
        <Select
          label={t('purpose')}
          choices={PURPOSES.map((id) => ({ id, label: t(`purposes.${id}`) }))}
          value={draft.purpose}
          onChange={(id) => set({ purpose: id as Purpose })}
          isDisabled={isDisabled}
        />
        {draft.purpose !== 'none' && <p className={form.hint}>{t('purposeHint')}</p>}
      </div>
      <div>
        <Segmented
          label={t('format')}
          choices={FORMATS.map((id) => ({ id, label: t(id) }))}
          value={draft.format}
          onChange={(id) => set({ format: id as Format })}
          isDisabled={isDisabled}
        />
        <p className={form.hint}>{t(`${draft.format}Hint`)}</p>
      </div>
      {draft.format === 'csv' && <ReaderChoice draft={draft} set={set} isDisabled={isDisabled} />}
      <SplitChoice
        fields={fields}
        splitBy={draft.splitBy}
        onChoose={(splitBy) => set({ splitBy })}
        isDisabled={isDisabled}
      />
      <FieldChoice
        fields={fields}
        chosen={draft.fields}
        onChoose={(chosen) => set({ fields: chosen })}
        isDisabled={isDisabled}
      />
    </>
  );
}

type DoneProps = { told: Told; isOpen: boolean; onClose: () => void };

/** Whom the export left out and what it left behind; it stays until it was read. */
function Done({ told: { report, asked }, isOpen, onClose }: DoneProps) {
  const { t } = useTranslation('export');
  const showFailure = useShowFailure();
  const doneText = useDoneText();
  return (
    <Dialog
      wide
      isOpen={isOpen}
      onClose={onClose}
      title={doneText(report)}
      actions={
        <>
          <Button onPress={() => void reveal(report.file).catch(showFailure)}>{t('showInFolder')}</Button>
          <Button key="done" variant="main" onPress={onClose} autoFocus>
            {t('close')}
          </Button>
        </>
      }
    >
      <div className={form.form}>
        {report.left_behind.length > 0 && <LeftBehind left={report.left_behind} />}
        {asked && <LeftOutList exported={{ report, asked }} />}
      </div>
    </Dialog>
  );
}
