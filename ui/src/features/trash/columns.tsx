// The columns of the trash: who it was, how they were reached, and when they were deleted.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/components/grid/columns';
import { useShortDate } from '@/components/numbers';
import { useContactColumns } from '@/features/contacts/columns';
import type { ContactRow } from '@/ipc/bindings';

const SHOWN = ['name', 'organization', 'phone', 'email'].map((id) => ({ id, width: null }));

export function useTrashColumns(): Column<ContactRow>[] {
  const { t } = useTranslation('trash');
  const date = useShortDate();
  const columns = useContactColumns(SHOWN);
  return useMemo(
    () => [
      ...columns,
      {
        // Nothing changes a contact in the trash, so that the time of its last change is that of its deletion.
        id: 'changed',
        label: t('deleted'),
        min: 104,
        share: 0,
        render: ({ deleted }) => <span>{deleted && date(deleted)}</span>,
      },
    ],
    [t, date, columns],
  );
}
