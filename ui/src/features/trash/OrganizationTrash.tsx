// The organizations in the trash. They come back with everything on them, and their contacts belong to them again.
import { Building2 } from 'lucide-react';
import { useMemo } from 'react';
import { useOrganizationColumns, useOrganizationRows } from '@/features/organizations/columns';
import type { OrganizationSelection, OrganizationsQuery } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { TrashPage } from './TrashPage';
import { useRestore } from './useRestore';
import { useTrashQuery } from './useTrashQuery';

const SHOWN = ['name', 'kind', 'contacts', 'phone', 'email', 'city'];

const restore = (selection: OrganizationSelection) => call('organizations_restore', { selection });

export function OrganizationTrash() {
  const asked = useTrashQuery();
  const { search, sort } = asked;
  const query = useMemo(
    (): OrganizationsQuery => ({
      search,
      kind: null,
      trash: true,
      sort,
    }),
    [search, sort],
  );
  const all = useOrganizationColumns();
  const columns = useMemo(() => all.filter(({ id }) => SHOWN.includes(id)), [all]);
  return (
    <TrashPage
      what="organizations"
      icon={<Building2 />}
      asked={asked}
      rows={useOrganizationRows(query)}
      columns={columns}
      onRestore={useRestore('organizations', restore)}
      emptying={(selection) => ({ kind: 'organizations', selection })}
    />
  );
}
