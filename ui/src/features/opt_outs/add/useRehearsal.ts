// What the list would do, counted again a moment after each change. An answer to an older list is never shown.
import { useEffect, useState } from 'react';
import type { ImportSource, OptOutsReport } from '@/ipc/bindings';
import { type Failure, toFailure } from '@/ipc/failure';
import { startJob } from '@/ipc/jobs';

const PAUSE_MS = 250;

type Answer = { key: string; report: OptOutsReport | null; failure: Failure | null };

const keyOf = (source: ImportSource, columns: number[]) => JSON.stringify([source, columns]);
const isEmpty = (source: ImportSource) => source.kind === 'text' && source.text.trim() === '';

export function useRehearsal(source: ImportSource, columns: number[]) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const key = keyOf(source, columns);

  useEffect(() => {
    const [asked, chosen] = JSON.parse(key) as [ImportSource, number[]];
    if (isEmpty(asked)) {
      setAnswer(null);
      return;
    }
    let cancel = () => {};
    const timer = setTimeout(() => {
      const act = { initiative: 'theirs', reason: null, note: null } as const;
      const input = { source: asked, columns: chosen, act, country: null };
      const job = startJob('opt_outs_rehearse', input, () => {});
      let isWanted = true;
      cancel = () => {
        isWanted = false;
        job.cancel();
      };
      job.result.then(
        (report) => isWanted && setAnswer({ key, report, failure: null }),
        (reason) => isWanted && setAnswer({ key, report: null, failure: toFailure(reason) }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      cancel();
    };
  }, [key]);

  const failure = answer?.failure?.cancelled ? null : (answer?.failure ?? null);
  return { report: answer?.report ?? null, failure, isCurrent: answer?.key === key };
}
