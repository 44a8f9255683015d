// Which of the groups are shown, and in which order: found by their name, category or description, sorted by a column. All
// groups are at hand, so nothing is asked for.
import { useMemo, useState } from 'react';
import type { SortDescriptor } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Group } from '@/ipc/bindings';

export const COLUMNS = ['name', 'type', 'category', 'kind', 'active', 'total', 'created'] as const;
type Column = (typeof COLUMNS)[number];

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

export function useShownGroups(groups: Group[]) {
  const { t, i18n } = useTranslation('groups');
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<SortDescriptor>({ column: 'name', direction: 'ascending' });

  const shown = useMemo(() => {
    const words = folded(search).split(/\s+/);
    const found = groups.filter(({ name, category, description }) => {
      const text = folded([name, category, description].join(' '));
      return words.every((word) => text.includes(word));
    });
    const column = COLUMNS.find((id) => id === order.column) ?? 'name';
    // The groups come by their name.
    if (column === 'name') return order.direction === 'ascending' ? found : found.toReversed();
    const collator = new Intl.Collator(i18n.language, { numeric: true });
    const saidOf = (group: Group, of: Exclude<Column, 'active' | 'total'>) => {
      if (of === 'type') return t(`types.${group.type as 'general'}`);
      return of === 'kind' ? t(`kinds.${group.kind}`) : (group[of] ?? '');
    };
    const compared = (a: Group, b: Group) =>
      column === 'active' || column === 'total'
        ? a[column] - b[column]
        : collator.compare(saidOf(a, column), saidOf(b, column));
    const turn = order.direction === 'ascending' ? 1 : -1;
    return found.toSorted((a, b) => turn * compared(a, b));
  }, [groups, search, order, t, i18n.language]);

  return { shown, search, setSearch, order, setOrder };
}
