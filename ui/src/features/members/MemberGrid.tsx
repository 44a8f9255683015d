// The grid of members, with what stands in its place when none matches.
import { Pencil } from 'lucide-react';
import { type RefObject, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { useFailureText } from '@/components/failures';
import { Grid, type GridHandle } from '@/components/grid/Grid';
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
      <Instead list={list} />
    </div>
  );
}

/** What is said where there are no rows to show. */
function Instead({ list: { rows, showAll } }: { list: MemberList }) {
  const { t } = useTranslation('members');
  const inWords = useFailureText();
  if (rows.failure) {
    const { message, hint } = inWords(rows.failure);
    return (
      <div className={styles.instead}>
        <EmptyState title={message} text={hint ?? undefined} />
      </div>
    );
  }
  if (!rows.ready || rows.total > 0) return null;
  return (
    <div className={styles.instead}>
      <EmptyState
        title={t('none.title')}
        text={t('none.text')}
        actions={<Button onPress={showAll}>{t('none.clear')}</Button>}
      />
    </div>
  );
}
