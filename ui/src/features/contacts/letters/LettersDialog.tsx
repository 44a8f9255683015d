// Letters to contacts: sheets of address labels to print, or the data for a mail merge.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { Dialog } from '@/components/Dialog';
import { useShowFailure } from '@/components/failures';
import form from '@/components/form.module.css';
import { ProgressBar } from '@/components/ProgressBar';
import { Refusal } from '@/components/Refusal';
import { Segmented } from '@/components/Segmented';
import { Select } from '@/components/Select';
import { showToast } from '@/components/Toast';
import { guessCountry } from '@/features/import/model/country';
import { totalOf } from '@/features/opt_outs/words';
import { useCountries } from '@/features/settings/countries';
import type { Mailed, Mailing } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { useJob } from '@/ipc/jobs';
import { pickSave, reveal } from '@/ipc/shell';
import { type Exported, LeftOutList } from '../export/LeftOutList';
import type { ContactList } from '../useContactList';
import { SheetChooser } from './SheetChooser';
import { type SheetForm, toChoice, USUAL_SHEET } from './sheets';

type Props = { onClose: () => void; list: ContactList };
const KINDS = ['labels', 'merge'] as const;
type Kind = (typeof KINDS)[number];

export function LettersDialog({ isOpen, ...props }: Props & { isOpen: boolean }) {
  return isOpen ? <Asking {...props} /> : null;
}

function Asking({ onClose, list }: Props) {
  const { t } = useTranslation(['letters', 'export', 'common']);
  const [kind, setKind] = useState<Kind>('labels');
  const [sheet, setSheet] = useState<SheetForm>(USUAL_SHEET);
  const [perHousehold, setPerHousehold] = useState(false);
  const [home, setHome] = useHome();
  const [mailed, setMailed] = useState<{ report: Mailed; asked: Exported['asked'] } | null>(null);
  const job = useMail(list, onClose, setMailed);
  const choice = toChoice(sheet);
  if (mailed) return <Done {...mailed} onClose={onClose} />;
  const addressing = (
    <>
      <HomeChoice value={home} onChange={setHome} isDisabled={job.running} />
      <Checkbox isSelected={perHousehold} onChange={setPerHousehold} isDisabled={job.running}>
        {t('perHousehold')}
      </Checkbox>
    </>
  );
  const start = () => job.start(kind, { per_household: perHousehold, home }, choice);
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t('title')}
      locked={job.running}
      actions={
        <>
          <Button onPress={job.running ? job.cancel : onClose}>{t('common:cancel')}</Button>
          <Button variant="main" isDisabled={job.running || (kind === 'labels' && !choice)} onPress={start}>
            {t(`${kind}.save`)}
          </Button>
        </>
      }
    >
      <div className={form.form}>
        <p className={form.what}>
          {list.hasSelection
            ? t('export:selected', { count: list.count })
            : t('export:all', { count: list.rows.total })}
        </p>
        <div>
          <Segmented
            label={t('kind')}
            choices={KINDS.map((id) => ({ id, label: t(`${id}.name`) }))}
            value={kind}
            onChange={(id) => setKind(id as Kind)}
            isDisabled={job.running}
          />
          <p className={form.hint}>{t(`${kind}.hint`)}</p>
        </div>
        {kind === 'labels' ? (
          <SheetChooser form={sheet} onChange={setSheet} isDisabled={job.running}>
            {addressing}
          </SheetChooser>
        ) : (
          addressing
        )}
        <p className={form.hint}>{t('export:purposeHint')}</p>
        {job.running && <ProgressBar label={t('running')} fraction={job.progress?.fraction ?? null} />}
        <Refusal failure={job.failure} />
      </div>
    </Dialog>
  );
}

/** The country that the office posts its letters in: that of its phone numbers unless told. */
function useHome() {
  const { data } = useAsk('workspace_info', {});
  const [chosen, setChosen] = useState<string | null>(null);
  return [chosen ?? data?.settings.country ?? guessCountry(navigator.languages), setChosen] as const;
}

type HomeChoiceProps = { value: string | null; onChange: (country: string) => void; isDisabled: boolean };

function HomeChoice({ value, ...props }: HomeChoiceProps) {
  const { t } = useTranslation('letters');
  return (
    <div>
      <Select label={t('home')} choices={useCountries()} value={value} {...props} />
      <p className={form.hint}>{t('homeHint')}</p>
    </div>
  );
}

type DoneProps = { report: Mailed; asked: Exported['asked']; onClose: () => void };

/** What was written and whom no letter goes to; it stays until it was read. */
function Done({ report, asked, onClose }: DoneProps) {
  const { t } = useTranslation(['letters', 'export']);
  const showFailure = useShowFailure();
  const done = useDoneText();
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={done(report).title}
      actions={
        <>
          <Button onPress={() => void reveal(report.file).catch(showFailure)}>{t('export:showInFolder')}</Button>
          <Button key="done" variant="main" onPress={onClose} autoFocus>
            {t('export:close')}
          </Button>
        </>
      }
    >
      <div className={form.form}>
        <p className={form.hint}>{done(report).detail}</p>
        {totalOf(report.left_out) > 0 && <LeftOutList exported={{ report, asked }} />}
      </div>
    </Dialog>
  );
}

function useDoneText() {
  const { t } = useTranslation('letters');
  return ({ letters, pages, cut }: Mailed) => {
    const printed = pages > 0;
    const told = [printed && t('print'), cut > 0 && t('cut', { count: cut })].filter(Boolean);
    const title = printed
      ? `${t('labels.done', { count: letters })}, ${t('sheets', { count: pages })}`
      : t('merge.done', { count: letters });
    return { title, detail: told.join(' ') };
  };
}

/** The writing as a job: asks where to save, writes, and says what came of it. */
function useMail(list: ContactList, onDone: () => void, onTell: (told: Omit<DoneProps, 'onClose'>) => void) {
  const { t, i18n } = useTranslation(['letters', 'export']);
  const labels = useJob('labels_save');
  const letters = useJob('letters_save');
  const showFailure = useShowFailure();
  const done = useDoneText();
  const [kind, setKind] = useState<Kind>('labels');

  const start = async (
    kind: Kind,
    how: Pick<Mailing, 'per_household' | 'home'>,
    choice: ReturnType<typeof toChoice>,
  ) => {
    setKind(kind);
    const ending = kind === 'labels' ? 'pdf' : 'xlsx';
    const path = await pickSave(t(`${kind}.saveTitle`), `${t(`${kind}.file`)}.${ending}`, [ending]).catch(showFailure);
    if (!path) return;
    const asked = { query: list.rows.query, selection: list.hasSelection ? list.forCore() : null };
    const mailing = { ...asked, ...how, language: i18n.language };
    const report =
      kind === 'merge'
        ? await letters.run({ path, mailing })
        : choice && (await labels.run({ path, mailing, ...choice }));
    if (!report) return;
    if (totalOf(report.left_out) > 0 || report.cut > 0) {
      onTell({ report, asked: { ...asked, purpose: 'post' } });
      return;
    }
    onDone();
    const { title, detail } = done(report);
    const show = { label: t('export:showInFolder'), onPress: () => void reveal(report.file).catch(showFailure) };
    showToast({ title, detail: detail || report.file, action: show });
  };

  const job = kind === 'labels' ? labels : letters;
  return { ...job, start: (...asked: Parameters<typeof start>) => void start(...asked) };
}
