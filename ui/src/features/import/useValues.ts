// Asks what the columns' values are read as, while the fields are chosen: anew after each choice, a superseded question is
// cancelled. A question that fails leaves the stage as it is: what is wrong is told by the rehearsal.
import { type Dispatch, useEffect } from 'react';
import type { ImportRequest } from '@/ipc/bindings';
import { startJob } from '@/ipc/jobs';
import type { Action } from './model/reducer';
import { requestOf } from './model/request';
import type { WizardState } from './model/state';

const noProgress = () => {};

export function useValues(state: WizardState, dispatch: Dispatch<Action>): void {
  const request = state.stage === 'fields' ? requestOf(state) : null;
  const question = request && JSON.stringify({ ...request, groups: [], edits: [], fingerprint: null });
  useEffect(() => {
    if (question === null) return;
    let superseded = false;
    const job = startJob('import_values', JSON.parse(question) as ImportRequest, noProgress);
    job.result.then(
      ({ columns }) => superseded || dispatch({ type: 'seen', values: columns }),
      () => superseded || dispatch({ type: 'seen', values: [] }),
    );
    return () => {
      superseded = true;
      job.cancel();
    };
  }, [question, dispatch]);
}
