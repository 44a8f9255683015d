// What every list with a profile beside it does: the active row, the open profile, the order.
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '@/ipc/failure';
import { showToast } from '../Toast';
import type { ListAddress } from './address';
import type { GridHandle } from './Grid';
import type { GridSort } from './GridHead';
import { useFocusOnReturn } from './useFocusOnReturn';
import { useNarrow } from './useNarrow';
import type { RowsOf } from './useRows';
import { type UsePlace, useWalk } from './useWalk';

type Parts<Query, Row> = {
  grid: RefObject<GridHandle | null>;
  address: ListAddress<Query>;
  rows: RowsOf<Query, Row>;
  sort: GridSort;
  usePlaceOf: UsePlace<Query>;
};

export function useList<Query, Row extends { id: number }>({
  grid,
  address,
  rows,
  sort,
  usePlaceOf,
}: Parts<Query, Row>) {
  const walk = useWalk(rows, address, grid, usePlaceOf);
  useSortThatIs(rows.failure, address.change);
  const isNarrow = useNarrow();
  const { query, whole, panel, change, openWhole, closeWhole } = address;
  const isCovered = whole !== null || (panel !== null && isNarrow);
  useFocusOnReturn(isCovered, grid);

  const idAt = (index: number) => rows.rowAt(index)?.id;
  const focus = () => grid.current?.focus();
  const closeProfile = () => {
    if (whole !== null) closeWhole();
    else change({ panel: null });
    focus();
  };
  const openAt = (index: number) => {
    const id = idAt(index);
    if (id !== undefined) openWhole(id);
  };
  const sortBy = (column: string, wanted?: boolean) => {
    const descending = wanted ?? (sort.column === column && !sort.descending);
    change({ sort: column === 'name' ? '' : column, desc: descending });
  };

  return {
    rows,
    walk,
    sort,
    sortBy,
    /** The profile stands in the place of the list. */
    isCovered,
    /** The rows are those of what is asked, and there is none. */
    hasNone: rows.ready && rows.query === query && rows.total === 0,
    idAt,
    focus,
    closeProfile,
    openAt,
    search: (q: string) => change({ q }),
  };
}

/** A list that can't be sorted so any more, such as by a field that was removed, is sorted by name again, and that is said. */
function useSortThatIs(failure: Failure | null, change: ListAddress<unknown>['change']): void {
  const { t } = useTranslation();
  const told = useRef<Failure | null>(null);
  useEffect(() => {
    if (failure === told.current || !failure?.fields.some(({ field }) => field === 'sort')) return;
    told.current = failure;
    change({ sort: '', desc: false });
    showToast({ title: t('sortGone.title'), detail: t('sortGone.detail') });
  }, [failure, change, t]);
}
