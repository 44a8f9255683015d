// Who takes files that are dropped on the window: whatever is shown and wants them, else the import.
import { useEffect, useRef } from 'react';

/** What is said while files are dragged over the window. */
export type DropWords = { title: string; text: string };
type Taker = { wants: (paths: string[]) => boolean; take: (paths: string[]) => void; words?: DropWords | undefined };

let takers: Taker[] = [];

/**
 * Takes files that `wants` says yes to, while the component is shown. The latest to be shown is asked first. Who takes whatever
 * is dropped gives `words` for it, which are shown while something is dragged: what it is isn't known before it is dropped.
 */
export function useFileTaker(wants: Taker['wants'], take: Taker['take'], words?: DropWords): void {
  const latest = useRef<Taker>({ wants, take, words });
  useEffect(() => {
    latest.current = { wants, take, words };
  });
  useEffect(() => {
    const taker: Taker = {
      wants: (paths) => latest.current.wants(paths),
      take: (paths) => latest.current.take(paths),
      get words() {
        return latest.current.words;
      },
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

/** The words of the one who would take whatever is dropped now. */
export function dropWords(): DropWords | undefined {
  return takers.findLast(({ words }) => words !== undefined)?.words;
}
