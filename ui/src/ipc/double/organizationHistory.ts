// The double's answers about what was changed on an organization.
import type { FieldChange, Organization } from '../bindings';
import type { Handlers } from './handlers';
import { answer, get, held, setField } from './organizations';
import type { DoubleState } from './state';

const FIELDS = ['name', 'kind', 'number', 'industry', 'size', 'owner', 'notes'] as const;

type Told = Pick<FieldChange, 'field' | 'before' | 'after'>;

function differences(before: Organization | undefined, after: Organization): Told[] {
  if (!before) return [{ field: 'organization', before: null, after: after.name }];
  return FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
}

/** The latest first; the import that it came with is the last. */
function history(state: DoubleState, id: number): FieldChange[] {
  const { first, byBatch } = held(state);
  const found = (list: Organization[] | undefined) => list?.find((one) => one.id === id);
  const changes: FieldChange[] = [];
  let before = found(first);
  const came = before;
  for (const { batch } of state.done) {
    const after = found(byBatch.get(batch.batch));
    if (!after) continue;
    const base = { of: null, at: batch.at, by: 'dana', operation: batch.operation, batch: batch.batch };
    const restore = (field: string) => (field === 'organization' ? null : { entry: batch.batch, part: field });
    changes.unshift(...differences(before, after).map((told) => ({ ...base, ...told, restore: restore(told.field) })));
    before = after;
  }
  if (!came) return changes;
  const base = { of: null, at: came.created, by: 'dana', operation: 'import_run', batch: 7, restore: null };
  return [...changes, { ...base, field: 'organization', before: null, after: came.name }];
}

export const organizationHistoryHandlers: Handlers = {
  organization_history: (state, { id }) => ({ changes: history(state, id) }),
  organization_restore_value: (state, { id, restore }) => {
    const change = history(state, id).find((c) => c.batch === restore.entry && c.field === restore.part);
    const restored = setField(state, get(state, id), change?.field ?? 'notes', change?.before ?? '');
    return answer(state, 'organization_restore_value', restored);
  },
};
