// Long work: an operation that reports progress and can be cancelled.
import { useCallback, useRef, useState } from 'react';
import type { Progress } from './bindings';
import { call, type Input, type OperationName, type Output } from './call';
import { type Failure, toFailure } from './failure';
import { transport } from './transport';

let started = 0;

export type Job<N extends OperationName> = { result: Promise<Output<N>>; cancel: () => void };

/** Starts an operation as a job. The result rejects with the code `cancelled` after a cancel. */
export function startJob<N extends OperationName>(
  name: N,
  input: Input<N>,
  onProgress: (progress: Progress) => void,
): Job<N> {
  started += 1;
  const id = `${name}-${Date.now()}-${started}`;
  return {
    result: call(name, input, { job: id, onProgress }),
    cancel: () => {
      void transport().cancel(id);
    },
  };
}

export type JobState = { running: boolean; cancelling: boolean; progress: Progress | null; failure: Failure | null };

const IDLE: JobState = { running: false, cancelling: false, progress: null, failure: null };

/**
 * One job of a screen: `run` answers the output, or null when the job was cancelled or failed (then `failure` says why).
 */
export function useJob<N extends OperationName>(name: N) {
  const [state, setState] = useState<JobState>(IDLE);
  const job = useRef<Job<N> | null>(null);

  const run = useCallback(
    async (input: Input<N>): Promise<Output<N> | null> => {
      setState({ ...IDLE, running: true });
      job.current = startJob(name, input, (progress) => setState((old) => ({ ...old, progress })));
      try {
        const output = await job.current.result;
        setState(IDLE);
        return output;
      } catch (reason) {
        const failure = toFailure(reason);
        setState({ ...IDLE, failure: failure.cancelled ? null : failure });
        return null;
      } finally {
        job.current = null;
      }
    },
    [name],
  );

  const cancel = useCallback(() => {
    if (!job.current) return;
    setState((old) => ({ ...old, cancelling: true }));
    job.current.cancel();
  }, []);

  return { ...state, run, cancel };
}
