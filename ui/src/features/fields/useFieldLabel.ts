// The name of a field: of a custom one as the office wrote it, of a default one in the window's language.

import { fieldBook } from '@/features/import/model/fieldNames';
import { useFieldLabel as useLabelOfName } from '@/features/import/words';
import type { Field } from '@/ipc/bindings';

export function useFieldLabel(fields: Field[]): (field: Field) => string {
  const label = useLabelOfName(fieldBook(fields));
  return ({ code }) => label(code);
}
