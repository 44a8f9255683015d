// The organizations in the trash. They come back with everything on them, and their contacts belong to them again.
import { Building2 } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/EmptyState';
import { useShowFailure } from '@/components/failures';
import type { GridHandle } from '@/components/grid/Grid';
import { NOTHING } from '@/components/grid/selection';
import { useRows } from '@/components/grid/useRows';
import { useSelection } from '@/components/grid/useSelection';
import { SearchBox } from '@/features/contacts/SearchBox';
import { useOrganizationColumns } from '@/features/organizations/columns';
import { organizationsPage } from '@/features/organizations/useOrganizationList';
import { ScreenHead } from '@/frame/ScreenHead';
import { useUndo } from '@/frame/undo';
import type { OrganizationSelection, OrganizationSortField, OrganizationsQuery } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { TrashBar } from './TrashBar';
import { TrashList } from './TrashList';
import { TrashTabs } from './TrashTabs';

type Sort = NonNullable<OrganizationsQuery['sort']>;

const SHOWN = ['name', 'kind', 'contacts', 'phone', 'email', 'city'];

export function OrganizationTrash() {
  const { t } = useTranslation('trash');
  const grid = useRef<GridHandle>(null);
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<Sort>({ field: 'changed', descending: true });
  const query = useMemo((): OrganizationsQuery => ({ search, kind: null, trash: true, sort }), [search, sort]);
  const rows = useRows(query, organizationsPage);
  const { selection, select, count, forCore } = useSelection(rows);
  const restore = useRestore();
  const all = useOrganizationColumns();
  const columns = useMemo(() => all.filter(({ id }) => SHOWN.includes(id)), [all]);
  const isEmpty = rows.ready && rows.total === 0 && search === '';
  const sortBy = (field: string) =>
    setSort({ field: field as OrganizationSortField, descending: sort.field === field && !sort.descending });
  const restoreSelected = async () => {
    if (await restore(forCore())) select(NOTHING);
  };
  return (
    <>
      <ScreenHead
        title={t('title')}
        middle={
          isEmpty ? undefined : (
            <SearchBox
              value={search}
              label={t('searchOrganizations')}
              hint={t('searchOrganizations')}
              onChange={setSearch}
              onLeave={() => grid.current?.focus()}
            />
          )
        }
      />
      <TrashTabs />
      {isEmpty ? (
        <EmptyState icon={<Building2 />} title={t('none.organizations')} text={t('none.organizationsText')} />
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
        />
      )}
      {count > 0 && <TrashBar count={count} onRestore={() => void restoreSelected()} onClear={() => select(NOTHING)} />}
    </>
  );
}

function useRestore(): (selection: OrganizationSelection) => Promise<boolean> {
  const { t } = useTranslation('trash');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  return useCallback(
    async (selection: OrganizationSelection) => {
      try {
        const { batch, count } = await call('organizations_restore', { selection });
        confirm(t('restoredOrganizations', { count }), batch);
        return true;
      } catch (reason) {
        showFailure(reason);
        return false;
      }
    },
    [t, confirm, showFailure],
  );
}
