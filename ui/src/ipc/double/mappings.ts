// The double's named mappings: kept by name, applied to the columns by their headers.
import type { ColumnMapping, NamedMapping, PreviewColumn } from '../bindings';
import { Failure } from '../failure';
import type { Handlers } from './handlers';
import { headerRow } from './importReport';
import { readSource } from './importSources';
import type { DoubleState } from './state';

type Kept = NamedMapping & { columns: ColumnMapping[] };

const kept = new WeakMap<DoubleState, Kept[]>();
const of = (state: DoubleState): Kept[] => kept.get(state) ?? [];

/** The columns as a named mapping takes them. */
export function asNamed(
  state: DoubleState,
  name: string | null | undefined,
  columns: PreviewColumn[],
): PreviewColumn[] {
  const mapping = of(state).find((other) => other.name === name);
  if (!mapping) return columns;
  return columns.map((column) => {
    const known = mapping.columns[mapping.headers.indexOf(column.column)];
    return known
      ? { ...column, field: known.field ?? null, confidence: 1, kept: { ...known, position: column.position } }
      : column;
  });
}

export const mappingHandlers: Handlers = {
  mappings: (state) => ({ mappings: of(state).map(({ columns: _, ...mapping }) => mapping) }),
  mapping_save: (state, { name, request }) => {
    const { raw } = readSource(request.source, request.options);
    const headers = raw[headerRow(raw, request.options.header_row) - 1] ?? [];
    const mapping = { name, headers, saved_at: '2026-11-22T09:00:00Z', columns: request.mapping };
    kept.set(state, [...of(state).filter((other) => other.name !== name), mapping]);
    return { batch: null };
  },
  mapping_rename: (state, { name, to }) => {
    if (of(state).some((other) => other.name === to))
      throw new Failure('invalid', `Another mapping is called “${to}”.`, null);
    kept.set(
      state,
      of(state).map((other) => (other.name === name ? { ...other, name: to } : other)),
    );
    return { batch: null };
  },
  mapping_delete: (state, { name }) => {
    kept.set(
      state,
      of(state).filter((other) => other.name !== name),
    );
    return { batch: null };
  },
};
