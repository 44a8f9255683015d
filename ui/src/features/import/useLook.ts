// Looks at the source whenever it, or how it is to be read, has changed: one preview at a time, a superseded one is cancelled.
// Typed rows wait until the typing pauses.
import { type Dispatch, useEffect, useState } from 'react';
import type { PreviewRequest } from '@/ipc/bindings';
import { toFailure } from '@/ipc/failure';
import { startJob } from '@/ipc/jobs';
import type { Action } from './model/reducer';
import { sourceOf, type WizardState } from './model/state';

const TYPING_PAUSE_MS = 250;
const ROWS = 20;

const noProgress = () => {};

function asked({ tab, path, text, options, dialect, named, look }: WizardState): string | null {
  const source = sourceOf({ tab, path, text });
  return source && JSON.stringify({ look, input: { source, options, dialect, named, rows: ROWS, raw: false } });
}

/** Answers whether the preview on screen is not yet that of the source. */
export function useLook(state: WizardState, dispatch: Dispatch<Action>): boolean {
  const question = asked(state);
  const pause = state.tab === 'paste' ? TYPING_PAUSE_MS : 0;
  const [answered, setAnswered] = useState<string | null>(null);

  useEffect(() => {
    if (question === null) return;
    let superseded = false;
    let cancel = () => {};
    const end = (action: Action) => {
      if (superseded) return;
      setAnswered(question);
      dispatch(action);
    };
    const look = () => {
      const { input } = JSON.parse(question) as { input: PreviewRequest };
      const job = startJob('import_preview', input, noProgress);
      cancel = job.cancel;
      job.result.then(
        (preview) => end({ type: 'previewed', preview }),
        (reason) => end({ type: 'not_read', failure: toFailure(reason) }),
      );
    };
    const waiting = setTimeout(look, pause);
    return () => {
      superseded = true;
      clearTimeout(waiting);
      cancel();
    };
  }, [question, pause, dispatch]);

  return question !== null && question !== answered;
}
