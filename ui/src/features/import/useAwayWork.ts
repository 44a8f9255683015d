// Takes the wizard out of the way while an import is written, and tells how it ended where nobody was looking.
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { showToast } from '@/components/Toast';
import { setAway } from './away';
import { fileName } from './model/files';
import type { WizardState } from './model/state';
import { closeImport, type ImportStart, openImport } from './start';
import type { Work } from './useWork';
import { useFileFailure } from './words';

/** Whether the wizard is away, and what sends it there. Whatever opens the wizard meanwhile brings it back. */
export function useAwayWork(start: ImportStart, state: WizardState, { busy, cancel }: Work) {
  const [awayFrom, setAwayFrom] = useState<ImportStart | null>(null);
  const isAway = awayFrom === start;
  const isWriting = busy?.work === 'import_run';
  const comeBack = useCallback(() => setAwayFrom(null), []);
  const tellEnd = useTellEnd();
  useEffect(() => {
    if (!isAway) return;
    if (isWriting) {
      const name = state.tab === 'file' && state.path ? fileName(state.path) : null;
      setAway({ name, progress: busy.progress, cancelling: busy.cancelling, cancel, comeBack });
      return;
    }
    if (!hasEnded(state)) return;
    closeImport();
    tellEnd(state);
  });
  useEffect(() => () => setAway(null), []);
  useEffect(() => {
    if (!isAway) setAway(null);
  }, [isAway]);
  return { isAway, goAway: () => setAwayFrom(start) };
}

/** The work stops being busy a moment before its outcome is known. */
const hasEnded = ({ result, failure, cancelled }: WizardState) => result !== null || failure !== null || cancelled;

function useTellEnd() {
  const { t } = useTranslation('import');
  const navigate = useNavigate();
  const words = useFileFailure();
  return (state: WizardState) => {
    const lookAgain = { label: t('away.summary'), onPress: () => openImport({ kind: 'again', state }) };
    if (state.failure) {
      const { message, hint } = words(state.failure);
      return showToast({ title: message, detail: hint, tone: 'bad', action: lookAgain });
    }
    if (!state.result) return showToast({ title: t('run.cancelled'), action: lookAgain });
    const { rows, batch, created } = state.result;
    const show = { label: t('done.show'), onPress: () => void navigate(`/contacts?batch=${batch}`) };
    const detail = state.path ? fileName(state.path) : null;
    return showToast({ title: t('away.done', { count: rows }), detail, action: created > 0 ? show : lookAgain });
  };
}
