// What is done to a field at once, each confirmed with an Undo.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { useUndo } from '@/frame/undo';
import type { Field, Subject } from '@/ipc/bindings';
import { call } from '@/ipc/call';

export function useFieldDeeds() {
  const { t } = useTranslation('fields');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();

  const arrange = useCallback(
    async (subject: Subject, codes: string[]) => {
      try {
        const { batch } = await call('fields_arrange', { subject, codes });
        confirm(t('done.arranged'), batch);
      } catch (reason) {
        showFailure(reason);
      }
    },
    [t, confirm, showFailure],
  );

  const retire = useCallback(
    async ({ code, label }: Field, retired: boolean) => {
      try {
        const { batch } = await call('field_retire', { code, retired });
        confirm(t(retired ? 'done.retired' : 'done.broughtBack', { field: label }), batch);
      } catch (reason) {
        showFailure(reason);
      }
    },
    [t, confirm, showFailure],
  );

  return { arrange, retire };
}
