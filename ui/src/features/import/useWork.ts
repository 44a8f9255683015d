// The long work of the summary: rehearsing, importing, undoing; one at a time, with progress, cancelled with the wizard.
import { type Dispatch, useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '@/ipc/bindings';
import type { Input, Output } from '@/ipc/call';
import { type Failure, toFailure } from '@/ipc/failure';
import { startJob } from '@/ipc/jobs';
import type { Action } from './model/reducer';
import { freshness, requestOf } from './model/request';
import type { WizardState } from './model/state';

type WorkName = 'import_rehearse' | 'import_run' | 'undo';
type Busy = { work: WorkName; progress: Progress | null; cancelling: boolean };
type Ended<T> = { kind: 'done'; output: T } | { kind: 'cancelled' } | { kind: 'failed'; failure: Failure };

function useOneJob() {
  const [busy, setBusy] = useState<Busy | null>(null);
  const cancelJob = useRef<(() => void) | null>(null);

  const start = useCallback(async <N extends WorkName>(work: N, input: Input<N>): Promise<Ended<Output<N>>> => {
    setBusy({ work, progress: null, cancelling: false });
    const job = startJob(work, input, (progress) => setBusy((old) => old && { ...old, progress }));
    cancelJob.current = job.cancel;
    try {
      return { kind: 'done', output: await job.result };
    } catch (reason) {
      const failure = toFailure(reason);
      return failure.cancelled ? { kind: 'cancelled' } : { kind: 'failed', failure };
    } finally {
      cancelJob.current = null;
      setBusy(null);
    }
  }, []);

  const cancel = useCallback(() => {
    if (!cancelJob.current) return;
    setBusy((old) => old && { ...old, cancelling: true });
    cancelJob.current();
  }, []);

  useEffect(() => () => cancelJob.current?.(), []);
  return { busy, start, cancel };
}

export function useWork(state: WizardState, dispatch: Dispatch<Action>) {
  const { busy, start, cancel } = useOneJob();
  const request = requestOf(state);

  const rehearse = useCallback(async () => {
    if (!request) return;
    const ended = await start('import_rehearse', request);
    if (ended.kind === 'done') dispatch({ type: 'rehearsed', request, report: ended.output });
    else if (ended.kind === 'failed') dispatch({ type: 'failed', failure: ended.failure });
    else dispatch({ type: 'back' });
  }, [request, start, dispatch]);

  const run = async () => {
    if (!request) return;
    dispatch({ type: 'failed', failure: null });
    const ended = await start('import_run', request);
    if (ended.kind === 'done') dispatch({ type: 'imported', report: ended.output });
    else if (ended.kind === 'failed') dispatch({ type: 'failed', failure: ended.failure });
    else dispatch({ type: 'cancelled' });
  };

  const undo = async () => {
    const batch = state.result?.batch ?? null;
    if (batch === null) return;
    const ended = await start('undo', { batch });
    if (ended.kind === 'done') dispatch({ type: 'undone', undone: ended.output });
    else if (ended.kind === 'failed') dispatch({ type: 'failed', failure: ended.failure });
  };

  // Nothing is shown on the summary that does not hold: counts of another mapping are made anew without being asked for.
  const holds = freshness(state);
  const isDue =
    state.stage === 'summary' && !busy && !state.result && !state.failure && (holds === 'none' || holds === 'stale');
  useEffect(() => {
    if (isDue) void rehearse();
  }, [isDue, rehearse]);

  return { busy, rehearse, run, undo, cancel };
}

export type Work = ReturnType<typeof useWork>;
