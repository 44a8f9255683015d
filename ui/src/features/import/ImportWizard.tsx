// The import wizard: a window-wide sheet over the app, opened with dropped, chosen or pasted rows. Holds its state and its
// work, and shows one stage at a time.
import { useEffect, useReducer, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '@/components/Dialog';
import { Stepper } from '@/components/Stepper';
import { showToast } from '@/components/Toast';
import { useAsk } from '@/ipc/call';
import { FieldsStage } from './fields/FieldsStage';
import { GroupsStage } from './groups/GroupsStage';
import { guessCountry } from './model/country';
import { fileName } from './model/files';
import { reduce } from './model/reducer';
import { STAGES, skipsGroups } from './model/stages';
import { startState, type WizardState } from './model/state';
import type { StageProps } from './props';
import { SourceStage } from './source/SourceStage';
import { closeImport, type ImportStart, openImport, useImportStart } from './start';
import { SummaryStage } from './summary/SummaryStage';
import { useAwayWork } from './useAwayWork';
import { useLook } from './useLook';
import { useValues } from './useValues';
import { useWork, type Work } from './useWork';
import { WithheldCommands } from './WithheldCommands';
import { WizardFooter } from './WizardFooter';

export function ImportWizard() {
  const start = useImportStart();
  return start && <OpenWizard start={start} />;
}

function stateOf(start: ImportStart): WizardState {
  switch (start.kind) {
    case 'again':
      return start.state;
    case 'files':
      return startState({ paths: start.paths });
    case 'file':
      return startState({ tab: 'file', groups: start.groups });
    case 'paste':
      return startState({ tab: 'paste' });
  }
}

function OpenWizard({ start }: { start: ImportStart }) {
  const [state, dispatch] = useReducer(reduce, start, stateOf);
  const looking = useLook(state, dispatch);
  useValues(state, dispatch);
  const work = useWork(state, dispatch);
  const close = useClose(state);
  useSettings(dispatch);
  useOtherFiles(start, dispatch, work);
  const { isAway, goAway } = useAwayWork(start, state, work);
  const onClose = () => {
    if (work.busy?.work === 'import_run') goAway();
    else if (work.busy?.work !== 'undo') close();
  };
  return (
    <Sheet
      isOpen={!isAway}
      onClose={onClose}
      title={<Title state={state} />}
      aside={<Steps state={state} />}
      footer={<WizardFooter state={state} dispatch={dispatch} work={work} looking={looking} onClose={onClose} />}
    >
      <WithheldCommands />
      <Stage state={state} dispatch={dispatch} work={work} looking={looking} />
    </Sheet>
  );
}

/** Closing never asks: what was decided can be taken up again from the toast. */
function useClose(state: WizardState): () => void {
  const { t } = useTranslation('import');
  return () => {
    closeImport();
    if (state.stage === 'source' || state.result) return;
    showToast({
      title: t('closed'),
      action: { label: t('reopen'), onPress: () => openImport({ kind: 'again', state }) },
    });
  };
}

/** What the settings say about every import. */
function useSettings(dispatch: StageProps['dispatch']): void {
  const { data } = useAsk('workspace_info', {});
  const known = data !== undefined;
  const country = data?.settings.country ?? guessCountry(navigator.languages);
  useEffect(() => {
    if (known) dispatch({ type: 'default_country', country });
  }, [known, country, dispatch]);
  const asks = data?.settings.organization_required ?? false;
  useEffect(() => dispatch({ type: 'asks_organization', asks }), [asks, dispatch]);
}

/** Files that are dropped on the open wizard take the place of the file, unless that one is being written. */
function useOtherFiles(start: ImportStart, dispatch: StageProps['dispatch'], { busy }: Work): void {
  const { t } = useTranslation('import');
  const seen = useRef(start);
  useEffect(() => {
    if (seen.current === start) return;
    seen.current = start;
    if (start.kind !== 'files') return;
    if (busy?.work === 'import_run') showToast({ title: t('source.notNow'), tone: 'bad' });
    else dispatch({ type: 'files', paths: start.paths });
  }, [start, dispatch, busy, t]);
}

function Title({ state }: { state: WizardState }) {
  const { t } = useTranslation('import');
  if (state.tab === 'paste') return t('titlePasted');
  if (state.path === null) return t('title');
  return (
    <>
      {t('titleOf')} <bdi>{fileName(state.path)}</bdi>
    </>
  );
}

function Steps({ state }: { state: WizardState }) {
  const { t } = useTranslation('import');
  const skipped = skipsGroups(state);
  const names = STAGES.map((stage) =>
    stage === 'groups' && skipped ? t('stages.groupsSkipped') : t(`stages.${stage}`),
  );
  return <Stepper label={t('stages.label')} steps={names} current={STAGES.indexOf(state.stage)} />;
}

function Stage({ state, dispatch, work, looking }: StageProps & { work: Work; looking: boolean }) {
  switch (state.stage) {
    case 'source':
      return <SourceStage state={state} dispatch={dispatch} looking={looking} />;
    case 'fields':
      return <FieldsStage state={state} dispatch={dispatch} />;
    case 'groups':
      return <GroupsStage state={state} dispatch={dispatch} />;
    case 'summary':
      return <SummaryStage state={state} dispatch={dispatch} work={work} />;
  }
}
