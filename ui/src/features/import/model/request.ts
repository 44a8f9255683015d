// The one request that is rehearsed and then run, made from the wizard's state, and the question whether a rehearsal still
// holds for it.
import type { ImportRequest } from '@/ipc/bindings';
import { toMapping } from './columns';
import { groupsComeFromColumn } from './stages';
import { sourceOf, type WizardState } from './state';

export function requestOf(state: WizardState): ImportRequest | null {
  const source = sourceOf(state);
  if (!source || !state.preview) return null;
  return {
    source,
    options: state.options,
    dialect: state.dialect,
    named: state.named,
    mapping: toMapping(state.columns),
    country: state.country,
    date_order: null,
    mode: state.mode,
    match_keys: state.matchKeys,
    update: state.update,
    groups: groupsComeFromColumn(state) ? [] : state.groups,
    organization: state.organization || null,
    new_fields: false,
    split: null,
    everyone_opted_out: state.everyoneOut,
    edits: state.corrections.map(({ row, position, value }) => ({ row, position, value })),
    left_out: state.leftOut,
    fingerprint: state.preview.fingerprint,
    rejects: null,
  };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** `fresh`: its counts are those of the import. `uncheckedEdits`: only cells were corrected or rows left out since. */
export type Freshness = 'none' | 'stale' | 'uncheckedEdits' | 'fresh';

export function freshness(state: WizardState): Freshness {
  const request = requestOf(state);
  if (!state.rehearsal || !request) return 'none';
  const { edits: rehearsedEdits, left_out: rehearsedLeftOut, ...rehearsed } = state.rehearsal.request;
  const { edits, left_out: leftOut, ...wanted } = request;
  if (!same(rehearsed, wanted)) return 'stale';
  return same([rehearsedEdits, rehearsedLeftOut], [edits, leftOut]) ? 'fresh' : 'uncheckedEdits';
}
