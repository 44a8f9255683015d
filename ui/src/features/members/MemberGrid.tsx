// The grid of members, with what stands in its place when none matches.
import { Pencil } from 'lucide-react';
import { type RefObject, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Grid, type GridHandle } from '@/components/grid/Grid';
import { NoRows } from '@/components/grid/NoRows';
import { RowAction } from '@/components/grid/RowAction';
import { NOTHING } from '@/components/grid/selection';
import styles from '@/features/contacts/ContactGrid.module.css';
import { useRowHeight } from '@/frame/preferences';
import { useMemberColumns } from './columns';
import type { MemberList, MemberRow } from './useMemberList';

const nothing = () => {};

export function MemberGrid({ list, grid }: { list: MemberList; grid: RefObject<GridHandle | null> }) {
  const { t } = useTranslation('members');
  const columns = useMemberColumns();
  const rowHeight = useRowHeight();
  const { rows, query, openWhole } = list;
  const rowActions = useCallback(
    ({ id, name }: MemberRow) => (
      <RowAction label={t('openRow', { name })} icon={<Pencil />} onPress={() => openWhole(id)} />
    ),
    [t, openWhole],
  );
  return (
    <div className={styles.list} inert={list.isCovered} data-covered={list.isCovered || undefined}>
      <Grid
        ref={grid}
        plain
        label={t('list')}
        selectAllLabel={t('list')}
        columns={columns}
        total={rows.total}
        rowHeight={rowHeight}
        rowAt={rows.rowAt}
        onDrawn={rows.onDrawn}
        sort={{ column: query.sort ?? 'name', descending: query.descending ?? false }}
        onSort={list.sortBy}
        selection={NOTHING}
        onSelection={nothing}
        active={list.active}
        onActive={list.move}
        onOpen={list.openAt}
        onDelete={nothing}
        onMenu={(index) => list.move(index, 'pointer')}
        rowActions={rowActions}
      />
      <NoRows
        rows={list.rows}
        title={t('none.title')}
        text={t('none.text')}
        all={t('none.clear')}
        onAll={list.showAll}
      />
    </div>
  );
}
