// Changing a contact in place: the change is sent, the answer is shown at once, and a toast offers to undo it. What the core
// refuses is thrown, for the field that was edited to say why.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useUndo } from '@/frame/undo';
import type { ContactChanged, Edit } from '@/ipc/bindings';
import { call, questionKey } from '@/ipc/call';
import { toFailure } from '@/ipc/failure';

/** The edits that contacts and organizations share. */
type EditCommon = Extract<
  Edit,
  {
    kind:
      | 'set'
      | 'add_point'
      | 'point'
      | 'point_label'
      | 'primary'
      | 'add_address'
      | 'address'
      | 'address_label'
      | 'address_primary'
      | 'remove_address';
  }
>;

/** Makes an edit. `was` is the value that was seen: where somebody else has changed it meanwhile, nothing is overwritten. */
export type EditRecord = (edit: EditCommon, was?: string) => Promise<void>;
export type EditContact = (edit: Edit | Edit[], was?: string) => Promise<void>;

/** Shows a changed contact and confirms the change, or throws why it was refused. */
export function useShowChanged(id: number): (change: Promise<ContactChanged>) => Promise<void> {
  const { t } = useTranslation('profile');
  const client = useQueryClient();
  const { confirm } = useUndo();
  return useCallback(
    async (change: Promise<ContactChanged>) => {
      const key = questionKey('contact_get', { id });
      try {
        const { contact, batch, warnings } = await change;
        client.setQueryData(key, contact);
        confirm(warnings[0]?.message ?? t('saved'), batch);
      } catch (reason) {
        // What was changed elsewhere is shown, so that the next try is made knowing it.
        if (toFailure(reason).code === 'conflict') void client.invalidateQueries({ queryKey: key });
        throw reason;
      }
    },
    [id, client, confirm, t],
  );
}

export function useEditContact(id: number): EditContact {
  const showChanged = useShowChanged(id);
  return useCallback(
    (edit: Edit | Edit[], was?: string) => {
      const edits = [edit].flat();
      const guarded = was === undefined ? edits : edits.map((one): Edit => ({ kind: 'seen', was, edit: one }));
      return showChanged(call('contact_edit', { id, edits: guarded }));
    },
    [id, showChanged],
  );
}
