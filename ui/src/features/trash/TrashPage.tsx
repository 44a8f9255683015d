// The trash of contacts or organizations: found like others, brought back with everything on them, and gone for good only when
// somebody says so twice.
import { Trash2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import type { Column } from '@/components/grid/columns';
import type { GridHandle } from '@/components/grid/Grid';
import { NOTHING } from '@/components/grid/selection';
import type { RowsOf } from '@/components/grid/useRows';
import { type Chosen, useSelection } from '@/components/grid/useSelection';
import { SearchBox } from '@/features/contacts/SearchBox';
import { ScreenHead } from '@/frame/ScreenHead';
import type { TrashEmpty } from '@/ipc/bindings';
import { EmptyTrash } from './EmptyTrash';
import { TrashBar } from './TrashBar';
import { TrashList } from './TrashList';
import { TrashTabs } from './TrashTabs';
import type { TrashQuery } from './useTrashQuery';

type TrashPageProps<Row, Query> = {
  what: 'contacts' | 'organizations';
  icon: ReactNode;
  asked: TrashQuery;
  rows: RowsOf<Query, Row>;
  columns: Column<Row>[];
  /** Answers whether it was done. */
  onRestore: (chosen: Chosen<Query>) => Promise<boolean>;
  /** What is asked of the core to remove what is chosen, or all, for good. */
  emptying: (chosen: Chosen<Query> | null) => TrashEmpty;
};

export function TrashPage<Row extends { id: number; name: string }, Query extends object>(
  props: TrashPageProps<Row, Query>,
) {
  const { what, icon, asked, rows, columns, onRestore, emptying } = props;
  const { t } = useTranslation('trash');
  const grid = useRef<GridHandle>(null);
  const [isEmptying, setEmptying] = useState(false);
  const { selection, select, count, forCore } = useSelection(rows);
  const isEmpty = rows.ready && rows.total === 0 && asked.search === '';
  const clear = () => select(NOTHING);
  const restoreSelected = async () => {
    if (await onRestore(forCore())) clear();
  };

  return (
    <>
      <ScreenHead
        title={t('title')}
        middle={
          isEmpty ? undefined : (
            <SearchBox
              value={asked.search}
              label={t(`searchIn.${what}`)}
              hint={t(`searchIn.${what}`)}
              onChange={asked.setSearch}
              onLeave={() => grid.current?.focus()}
            />
          )
        }
      >
        {!isEmpty && (
          <Button icon={<Trash2 />} onPress={() => setEmptying(true)}>
            {t('empty')}
          </Button>
        )}
      </ScreenHead>
      <TrashTabs />
      {isEmpty ? (
        <EmptyState icon={icon} title={t(`none.${what}`)} text={t(`none.${what}Text`)} />
      ) : (
        <TrashList
          grid={grid}
          label={t('title')}
          nothing={t(`nothing.${what}`)}
          columns={columns}
          rows={rows}
          sort={asked.sort}
          onSort={asked.sortBy}
          selection={selection}
          onSelection={select}
          onRestore={onRestore}
          onRemove={() => setEmptying(true)}
        />
      )}
      {count > 0 && (
        <TrashBar
          count={count}
          onRestore={() => void restoreSelected()}
          onRemove={() => setEmptying(true)}
          onClear={clear}
        />
      )}
      <EmptyTrash
        what={what}
        isOpen={isEmptying}
        count={count || rows.total}
        isWhole={count === 0}
        input={emptying(count > 0 ? forCore() : null)}
        onClose={() => setEmptying(false)}
        onDone={clear}
      />
    </>
  );
}
