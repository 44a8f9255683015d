// Calling the core: one typed function for every operation, and the hooks through which screens ask and change.
import { keepPreviousData, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import type { Operations, Progress } from './bindings';
import { type Failure, toFailure } from './failure';
import type { Question } from './topics';
import { transport } from './transport';

export type OperationName = keyof Operations;
export type Input<N extends OperationName> = Operations[N]['input'];
export type Output<N extends OperationName> = Operations[N]['output'];

export type CallOptions = { job?: string; onProgress?: (progress: Progress) => void };

const ignoreProgress = () => {};

let begin = () => {};

/** What to do when the core asks who is there: profiles were made elsewhere, or a workspace with profiles was opened. */
export function whenWhoIsAsked(act: () => void): void {
  begin = act;
}

/** Runs an operation of the core. Rejects with a Failure. */
export async function call<N extends OperationName>(
  name: N,
  input: Input<N>,
  { job, onProgress = ignoreProgress }: CallOptions = {},
): Promise<Output<N>> {
  try {
    return (await transport().call(name, input, job ?? null, onProgress)) as Output<N>;
  } catch (reason) {
    const failure = toFailure(reason);
    if (failure.code === 'who_needed') begin();
    throw failure;
  }
}

export function questionKey<N extends Question>(name: N, input: Input<N>) {
  return [name, input] as const;
}

/** What TanStack Query needs to ask the core a question; the key is the operation and its input. */
export function question<N extends Question>(name: N, input: Input<N>) {
  return { queryKey: questionKey(name, input), queryFn: () => call(name, input) };
}

type AskOptions = {
  enabled?: boolean;
  keepPrevious?: boolean;
  /** Asks again each time that it is shown: for what changes without the core's doing. */
  always?: boolean;
};

/** Holds the answer to a question and asks again once it is stale. */
export function useAsk<N extends Question>(
  name: N,
  input: Input<N>,
  { enabled = true, keepPrevious = false, always = false }: AskOptions = {},
): UseQueryResult<Output<N>, Failure> {
  return useQuery<Output<N>, Failure>({
    ...question(name, input),
    enabled,
    ...(always && { refetchOnMount: 'always' as const }),
    placeholderData: keepPrevious ? keepPreviousData : undefined,
  } as never) as UseQueryResult<Output<N>, Failure>;
}

/** Runs an operation that changes something; what it makes stale is announced by the core, not by the caller. */
export function useChange<N extends OperationName>(name: N) {
  return useMutation<Output<N>, Failure, Input<N>>({ mutationFn: (input) => call(name, input) });
}
