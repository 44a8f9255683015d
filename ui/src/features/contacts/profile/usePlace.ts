// Moving one contact: into the archive and back, and out of the trash; each at once, with an Undo in the toast.
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { useUndo } from '@/frame/undo';
import type { Contact } from '@/ipc/bindings';
import { call } from '@/ipc/call';

export function usePlace({ id, name }: Contact) {
  const { t } = useTranslation('profile');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  const move = (operation: 'contacts_archive' | 'contacts_unarchive' | 'contacts_restore', said: string) => () => {
    const selection = { kind: 'ids' as const, ids: [id] };
    call(operation, { selection }).then(({ batch }) => confirm(said, batch), showFailure);
  };
  return {
    archive: move('contacts_archive', t('archivedNow', { name })),
    unarchive: move('contacts_unarchive', t('unarchivedNow', { name })),
    restore: move('contacts_restore', t('restoredNow', { name })),
  };
}
