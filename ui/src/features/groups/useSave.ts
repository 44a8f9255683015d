// Carrying out what a dialog of groups is for: the failure stays in the dialog, success closes it with an Undo.
import { useState } from 'react';
import { useFailureText } from '@/components/failures';
import { useUndo } from '@/frame/undo';
import { toFailure } from '@/ipc/failure';

/** What went wrong, and the field that it is about. */
export type Refused = { field: string | null; message: string };

export function useSave(onClose: () => void) {
  const { confirm } = useUndo();
  const inWords = useFailureText();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isSaving, setSaving] = useState(false);

  /** `andThen` runs once it is done, after the dialog has closed. */
  const save = async (work: () => Promise<{ batch: number | null }>, done: string, andThen?: () => void) => {
    setSaving(true);
    try {
      const { batch } = await work();
      confirm(done, batch);
      setRefused(null);
      onClose();
      andThen?.();
    } catch (reason) {
      const { fields } = toFailure(reason);
      setRefused({ field: fields[0]?.field ?? null, message: fields[0]?.message ?? inWords(reason).message });
    } finally {
      setSaving(false);
    }
  };

  const errorOf = (field: string | null) => (refused?.field === field ? refused.message : null);
  return { save, isSaving, errorOf };
}
