// Changing an organization in place: the change is sent, the answer is shown at once, and a toast offers to undo it. What the
// core refuses is thrown, for the field that was edited to say why.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useUndo } from '@/frame/undo';
import type { OrganizationStep } from '@/ipc/bindings';
import { call, questionKey } from '@/ipc/call';

export type EditOrganization = (edit: OrganizationStep) => Promise<void>;

export function useEditOrganization(id: number): EditOrganization {
  const { t } = useTranslation('profile');
  const client = useQueryClient();
  const { confirm } = useUndo();
  return useCallback(
    async (edit: OrganizationStep) => {
      const { organization, batch, warnings } = await call('organization_edit', { id, edits: [edit] });
      client.setQueryData(questionKey('organization_get', { id }), organization);
      confirm(warnings[0]?.message ?? t('saved'), batch);
    },
    [id, client, confirm, t],
  );
}
