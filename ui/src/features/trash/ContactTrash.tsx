// The contacts in the trash.
import { Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useContactRows } from '@/features/contacts/useContactRows';
import type { ContactsQuery, Selection } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { useTrashColumns } from './columns';
import { TrashPage } from './TrashPage';
import { useRestore } from './useRestore';
import { useTrashQuery } from './useTrashQuery';

const restore = (selection: Selection) => call('contacts_restore', { selection });

export function ContactTrash() {
  const asked = useTrashQuery();
  const { search, sort } = asked;
  const query = useMemo(
    (): ContactsQuery => ({ search, filter: '', group: null, batch: null, place: 'trash', sort }),
    [search, sort],
  );
  return (
    <TrashPage
      what="contacts"
      icon={<Trash2 />}
      asked={asked}
      rows={useContactRows(query)}
      columns={useTrashColumns()}
      onRestore={useRestore('contacts', restore)}
      emptying={(selection) => ({ kind: 'contacts', selection })}
    />
  );
}
