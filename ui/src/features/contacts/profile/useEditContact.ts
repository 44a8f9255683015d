// Changing a contact in place: the change is sent, the answer is shown at once, and a toast offers to undo it. What the core
// refuses is thrown, for the field that was edited to say why.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useUndo } from '@/frame/undo';
import type { Edit } from '@/ipc/bindings';
import { call, questionKey } from '@/ipc/call';

export type EditContact = (...edits: Edit[]) => Promise<void>;

export function useEditContact(id: number): EditContact {
  const { t } = useTranslation('profile');
  const client = useQueryClient();
  const { confirm } = useUndo();
  return useCallback(
    async (...edits: Edit[]) => {
      const { contact, batch, warnings } = await call('contact_edit', { id, edits });
      client.setQueryData(questionKey('contact_get', { id }), contact);
      confirm(warnings[0]?.message ?? t('saved'), batch);
    },
    [id, client, confirm, t],
  );
}
