// Who changed what on an organization, with "restore this value".
import { HistoryTab } from '@/features/contacts/profile/HistoryTab';
import { call, useAsk } from '@/ipc/call';
import { useShowChanged } from './useEditOrganization';

export function OrganizationHistory({ id }: { id: number }) {
  const { data } = useAsk('organization_history', { id });
  const showChanged = useShowChanged(id);
  return (
    data && (
      <HistoryTab
        changes={data.changes}
        onRestore={(restore) => showChanged(call('organization_restore_value', { id, restore }))}
      />
    )
  );
}
