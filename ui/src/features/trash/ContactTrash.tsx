// The contacts in the trash. They are found like others, come back with everything on them, and go for good only when somebody
// says so twice.
import { Trash2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import type { GridHandle } from '@/components/grid/Grid';
import { NOTHING } from '@/components/grid/selection';
import { useSelection } from '@/components/grid/useSelection';
import { SearchBox } from '@/features/contacts/SearchBox';
import { useContactRows } from '@/features/contacts/useContactRows';
import { ScreenHead } from '@/frame/ScreenHead';
import type { ContactsQuery } from '@/ipc/bindings';
import { useTrashColumns } from './columns';
import { EmptyTrash } from './EmptyTrash';
import { TrashBar } from './TrashBar';
import { TrashList } from './TrashList';
import { TrashTabs } from './TrashTabs';
import { useRestore } from './useRestore';

type Sort = ContactsQuery['sort'];

/** What was deleted last stands first. */
const LATEST: Sort = { field: 'changed', descending: true };

export function ContactTrash() {
  const { t } = useTranslation('trash');
  const grid = useRef<GridHandle>(null);
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState(LATEST);
  const [isEmptying, setEmptying] = useState(false);
  const query = useMemo(
    (): ContactsQuery => ({ search, filter: '', group: null, batch: null, place: 'trash', sort }),
    [search, sort],
  );
  const rows = useContactRows(query);
  const { selection, select, count, forCore } = useSelection(rows);
  const restore = useRestore();
  const columns = useTrashColumns();
  const isEmpty = rows.ready && rows.total === 0 && search === '';
  const sortBy = (field: string) =>
    setSort({ field: field as Sort['field'], descending: sort.field === field && !sort.descending });
  const restoreSelected = async () => {
    if (await restore(forCore())) select(NOTHING);
  };

  return (
    <>
      <ScreenHead
        title={t('title')}
        middle={
          isEmpty ? undefined : <SearchBox value={search} onChange={setSearch} onLeave={() => grid.current?.focus()} />
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
        <EmptyState icon={<Trash2 />} title={t('none.title')} text={t('none.text')} />
      ) : (
        <TrashList
          grid={grid}
          label={t('title')}
          columns={columns}
          rows={rows}
          sort={sort}
          onSort={sortBy}
          selection={selection}
          onSelection={select}
          onRestore={restore}
          onRemove={() => setEmptying(true)}
        />
      )}
      {count > 0 && (
        <TrashBar
          count={count}
          onRestore={() => void restoreSelected()}
          onRemove={() => setEmptying(true)}
          onClear={() => select(NOTHING)}
        />
      )}
      <EmptyTrash
        isOpen={isEmptying}
        count={count || rows.total}
        selection={count > 0 ? forCore() : null}
        onClose={() => setEmptying(false)}
        onDone={() => select(NOTHING)}
      />
    </>
  );
}
