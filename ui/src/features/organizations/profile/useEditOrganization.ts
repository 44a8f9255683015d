// Changing an organization in place: the change is sent, the answer is shown at once, and a toast offers to undo it. What the
// core refuses is thrown, for the field that was edited to say why.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useUndo } from '@/frame/undo';
import type { OrganizationChanged, OrganizationStep } from '@/ipc/bindings';
import { call, questionKey } from '@/ipc/call';

export type EditOrganization = (edit: OrganizationStep) => Promise<void>;

/** Shows a changed organization and confirms the change, or throws why it was refused. */
export function useShowChanged(id: number): (change: Promise<OrganizationChanged>) => Promise<void> {
  const { t } = useTranslation('profile');
  const client = useQueryClient();
  const { confirm } = useUndo();
  return useCallback(
    async (change: Promise<OrganizationChanged>) => {
      const { organization, batch, warnings } = await change;
      client.setQueryData(questionKey('organization_get', { id }), organization);
      confirm(warnings[0]?.message ?? t('saved'), batch);
    },
    [id, client, confirm, t],
  );
}

export function useEditOrganization(id: number): EditOrganization {
  const showChanged = useShowChanged(id);
  return useCallback(
    (edit: OrganizationStep) => showChanged(call('organization_edit', { id, edits: [edit] })),
    [id, showChanged],
  );
}
