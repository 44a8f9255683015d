// All opt-outs: found, filtered, sorted; a row opens its status and history. New ones are added from here.
import { Ban, Lock } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { useFailureText } from '@/components/failures';
import { Grid, type GridHandle } from '@/components/grid/Grid';
import { RowAction } from '@/components/grid/RowAction';
import { NOTHING } from '@/components/grid/selection';
import { SearchBox } from '@/features/contacts/SearchBox';
import { useRowHeight } from '@/frame/preferences';
import { ScreenHead } from '@/frame/ScreenHead';
import type { OptOutRow } from '@/ipc/bindings';
import { openAddOptOuts } from './add/addDialog';
import { useOptOutsAddress } from './address';
import { useOptOutColumns } from './columns';
import { Filters } from './Filters';
import styles from './OptOutsScreen.module.css';
import { openStatusWindow } from './statusWindow';
import { useOptOutRows } from './useOptOutRows';

const open = (row: OptOutRow | undefined) => row && openStatusWindow({ kind: row.kind, value: row.value });
const nothing = () => {};

export function OptOutsScreen() {
  const { t } = useTranslation('opt_outs');
  const address = useOptOutsAddress();
  const { query, change, isFiltered } = address;
  const rows = useOptOutRows(query);
  const grid = useRef<GridHandle>(null);
  const isEmpty = rows.ready && rows.total === 0 && !isFiltered;
  return (
    <>
      <ScreenHead
        title={t('title')}
        middle={
          <SearchBox
            label={t('search')}
            hint={t('searchHint')}
            value={query.search}
            onChange={(q) => change({ q })}
            onLeave={() => grid.current?.focus()}
          />
        }
      >
        <Button variant="main" onPress={openAddOptOuts}>
          {t('add.open')}
        </Button>
      </ScreenHead>
      {isEmpty ? (
        <NoOptOuts />
      ) : (
        <>
          <Filters query={query} total={rows.ready ? rows.total : null} onChange={change} />
          <List address={address} rows={rows} grid={grid} />
        </>
      )}
    </>
  );
}

type ListProps = {
  address: ReturnType<typeof useOptOutsAddress>;
  rows: ReturnType<typeof useOptOutRows>;
  grid: React.RefObject<GridHandle | null>;
};

function List({ address: { query, sortBy, showAll }, rows, grid }: ListProps) {
  const { t } = useTranslation('opt_outs');
  const columns = useOptOutColumns();
  const rowHeight = useRowHeight();
  const inWords = useFailureText();
  const [active, setActive] = useState<number | null>(null);
  const rowActions = useCallback(
    (row: OptOutRow) => (
      <RowAction label={t('openRow', { value: row.shown })} icon={<Lock />} onPress={() => open(row)} />
    ),
    [t],
  );
  const move = (index: number, how: 'pointer' | 'key') => {
    setActive(index);
    if (how === 'pointer') open(rows.rowAt(index));
  };
  return (
    <div className={styles.list}>
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
        sort={{ column: query.sort, descending: query.descending }}
        onSort={sortBy}
        selection={NOTHING}
        onSelection={nothing}
        active={active}
        onActive={move}
        onOpen={(index) => open(rows.rowAt(index))}
        onDelete={nothing}
        onMenu={(index) => open(rows.rowAt(index))}
        rowActions={rowActions}
      />
      {rows.failure && (
        <div className={styles.instead}>
          <EmptyState title={inWords(rows.failure).message} text={inWords(rows.failure).hint ?? undefined} />
        </div>
      )}
      {rows.ready && rows.total === 0 && (
        <div className={styles.instead}>
          <EmptyState
            title={t('none.title')}
            text={t('none.text')}
            actions={<Button onPress={showAll}>{t('none.clear')}</Button>}
          />
        </div>
      )}
    </div>
  );
}

function NoOptOuts() {
  const { t } = useTranslation('opt_outs');
  return (
    <EmptyState
      icon={<Ban />}
      title={t('empty.title')}
      text={t('empty.text')}
      actions={
        <Button variant="main" onPress={openAddOptOuts}>
          {t('add.open')}
        </Button>
      }
    />
  );
}
