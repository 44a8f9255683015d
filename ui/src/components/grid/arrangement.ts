// Which columns the list shows, in which order and how wide: as its address says it, or as they were left last.
import { useCallback, useMemo } from 'react';
import type { Arranged } from '@/components/grid/columns';

/** `name,city:120`: the codes, each with its width where it was given one. */
export function written(columns: Arranged[]): string {
  return columns.map(({ id, width }) => (width === null ? id : `${id}:${width}`)).join(',');
}

/** The columns of a text; the name is always the first of them. */
export function readColumns(text: string): Arranged[] {
  const columns = text.split(',').flatMap((part): Arranged[] => {
    const [, id, width] = part.match(/^([^:]+?)(?::(\d+))?$/) ?? [];
    return id ? [{ id, width: width ? Number(width) : null }] : [];
  });
  const name = columns.find(({ id }) => id === 'name') ?? { id: 'name', width: null };
  const seen = new Set(['name']);
  const others = columns.filter(({ id }) => !seen.has(id) && seen.add(id));
  return [name, ...others];
}

type ArrangementOf = {
  /** What the address says, or null. */
  cols: string | null;
  view: number | null;
  change: (change: { cols: string }) => void;
};

/** The columns of a list; `key` is where this desk keeps how it likes them, `usual` what a list shows that nobody arranged. */
export function useArrangement({ cols, view, change }: ArrangementOf, key: string, usual: readonly string[]) {
  const text = cols ?? localStorage.getItem(key) ?? usual.join(',');
  const arranged = useMemo(() => readColumns(text), [text]);
  const arrange = useCallback(
    (next: Arranged[]) => {
      // What a view shows is the view's; what is shown without one is how this desk likes it.
      if (view === null) localStorage.setItem(key, written(next));
      change({ cols: written(next) });
    },
    [view, change, key],
  );
  return { arranged, arrange };
}
