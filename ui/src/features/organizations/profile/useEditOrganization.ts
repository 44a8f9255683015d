// Changing an organization in place: the change is sent, the answer is shown at once, and a toast offers to undo it. What the
// core refuses is thrown, for the field that was edited to say why.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useUndo } from '@/frame/undo';
import type { OrganizationChanged, OrganizationStep } from '@/ipc/bindings';
import { call, questionKey } from '@/ipc/call';
import { toFailure } from '@/ipc/failure';

/** Makes an edit. `was` is the value that was seen: where somebody else has changed it meanwhile, nothing is overwritten. */
export type EditOrganization = (edit: OrganizationStep, was?: string) => Promise<void>;

/** Shows a changed organization and confirms the change, or throws why it was refused. */
export function useShowChanged(id: number): (change: Promise<OrganizationChanged>) => Promise<void> {
  const { t } = useTranslation('profile');
  const client = useQueryClient();
  const { confirm } = useUndo();
  return useCallback(
    async (change: Promise<OrganizationChanged>) => {
      const key = questionKey('organization_get', { id });
      try {
        const { organization, batch, warnings } = await change;
        client.setQueryData(key, organization);
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

export function useEditOrganization(id: number): EditOrganization {
  const showChanged = useShowChanged(id);
  return useCallback(
    (edit: OrganizationStep, was?: string) => {
      const guarded: OrganizationStep = was === undefined ? edit : { kind: 'seen', was, edit };
      return showChanged(call('organization_edit', { id, edits: [guarded] }));
    },
    [id, showChanged],
  );
}
