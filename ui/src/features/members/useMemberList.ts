// Everything that the screen of members shows and does: the address, the rows, the active row and the open profile.
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { GridHandle } from '@/components/grid/Grid';
import { PAGE, useRows } from '@/components/grid/useRows';
import { useNarrow } from '@/features/contacts/useNarrow';
import type { Member, MembersQuery } from '@/ipc/bindings';
import { call, questionKey } from '@/ipc/call';
import { useMembersAddress } from './address';

/** A member as a row of the grid, which knows rows by their id. */
export type MemberRow = Member & { id: number };
export type MemberList = ReturnType<typeof useMemberList>;

function pageOf(query: MembersQuery, page: number) {
  const input = { query, offset: page * PAGE, limit: PAGE };
  const queryFn = async () => {
    const { total, members } = await call('members_page', input);
    return { total, generation: 0, rows: members.map((member) => ({ ...member, id: member.contact_id })) };
  };
  return { queryKey: questionKey('members_page', input), queryFn };
}

export function useMemberList(grid: RefObject<GridHandle | null>) {
  const address = useMembersAddress();
  const { query, view, whole, panel, change, openWhole, closeWhole } = address;
  const rows = useRows<MembersQuery, MemberRow>(query, pageOf);
  const isNarrow = useNarrow();
  const [active, setActive] = useState<number | null>(null);
  const isCovered = whole !== null || (panel !== null && isNarrow);
  const isFiltered = query.search.trim() !== '' || view !== null;
  const focus = () => grid.current?.focus();
  useFocusOnReturn(isCovered, grid);

  const move = (index: number, how: 'pointer' | 'key') => {
    setActive(index);
    grid.current?.showRow(index);
    const id = rows.rowAt(index)?.id;
    if (id === undefined || (how === 'key' && panel === null && whole === null)) return;
    if (whole === null) change({ panel: id });
    else openWhole(id);
  };
  const step = (by: 1 | -1) => {
    const next = active === null ? null : active + by;
    return next !== null && next >= 0 && next < rows.total ? () => move(next, 'key') : null;
  };
  const closeProfile = () => {
    if (whole !== null) closeWhole();
    else change({ panel: null });
    focus();
  };
  const sortBy = (column: string, wanted?: boolean) => {
    const descending = wanted ?? (query.sort === column && !query.descending);
    change({ sort: column === 'name' ? '' : column, desc: descending });
  };
  return {
    ...address,
    rows,
    active: active !== null && active < rows.total ? active : null,
    move,
    previous: step(-1),
    next: step(1),
    isCovered,
    isFiltered,
    /** Not one member in the whole workspace. */
    isEmpty: rows.ready && rows.query === query && rows.total === 0 && !isFiltered,
    focus,
    closeProfile,
    sortBy,
    openAt: (index: number) => {
      const id = rows.rowAt(index)?.id;
      if (id !== undefined) openWhole(id);
    },
    showAll: () => change({ q: '', view: null }),
  };
}

/** Gives the keyboard back to the list once the profile no longer stands in its place. */
function useFocusOnReturn(isCovered: boolean, grid: RefObject<GridHandle | null>): void {
  const was = useRef(isCovered);
  useEffect(() => {
    if (was.current && !isCovered) grid.current?.focus();
    was.current = isCovered;
  }, [isCovered, grid]);
}
