// Everything that the screen of members shows and does: the address, the rows, the active row and the open profile.
import type { RefObject } from 'react';
import type { GridHandle } from '@/components/grid/Grid';
import { useList } from '@/components/grid/useList';
import { PAGE, useRows } from '@/components/grid/useRows';
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
  const { query, view, change } = address;
  const rows = useRows<MembersQuery, MemberRow>(query, pageOf);
  const sort = { column: query.sort ?? 'name', descending: query.descending ?? false };
  const list = useList({ grid, address, rows, sort, usePlaceOf: nowhere });
  const isFiltered = query.search.trim() !== '' || view !== null;
  return {
    ...address,
    ...list,
    isFiltered,
    /** Not one member in the whole workspace. */
    isEmpty: list.hasNone && !isFiltered,
    showAll: () => change({ q: '', view: null }),
  };
}

/** The list of members doesn't tell the place of one of them. */
const nowhere = () => null;
