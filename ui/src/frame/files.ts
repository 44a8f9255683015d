// Who takes files that are dropped on the window: whatever is shown and wants them, else the import.
import { useEffect, useRef } from 'react';

type Taker = { wants: (paths: string[]) => boolean; take: (paths: string[]) => void };

let takers: Taker[] = [];

/** Takes files that `wants` says yes to, while the component is shown. The latest to be shown is asked first. */
export function useFileTaker(wants: Taker['wants'], take: Taker['take']): void {
  const latest = useRef<Taker>({ wants, take });
  useEffect(() => {
    latest.current = { wants, take };
  });
  useEffect(() => {
    const taker: Taker = {
      wants: (paths) => latest.current.wants(paths),
      take: (paths) => latest.current.take(paths),
    };
    takers = [...takers, taker];
    return () => {
      takers = takers.filter((other) => other !== taker);
    };
  }, []);
}

/** Hands files to the one who wants them. Answers false when nobody does. */
export function handFiles(paths: string[]): boolean {
  const taker = paths.length > 0 ? takers.findLast(({ wants }) => wants(paths)) : undefined;
  taker?.take(paths);
  return taker !== undefined;
}
