// The grid of members: rows are opened, not selected.
import { Pencil } from 'lucide-react';
import { type RefObject, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridHandle } from '@/components/grid/Grid';
import { ListGrid } from '@/components/grid/ListGrid';
import { RowAction } from '@/components/grid/RowAction';
import { useMemberColumns } from './columns';
import type { MemberList, MemberRow } from './useMemberList';

export function MemberGrid({ list, grid }: { list: MemberList; grid: RefObject<GridHandle | null> }) {
  const { t } = useTranslation('members');
  const { openWhole } = list;
  const rowActions = useCallback(
    ({ id, name }: MemberRow) => (
      <RowAction label={t('openRow', { name })} icon={<Pencil />} onPress={() => openWhole(id)} />
    ),
    [t, openWhole],
  );
  return (
    <ListGrid
      list={list}
      grid={grid}
      columns={useMemberColumns()}
      words={{ list: t('list'), none: { title: t('none.title'), text: t('none.text'), clear: t('none.clear') } }}
      rowActions={rowActions}
    />
  );
}
