// The double's answers about fields: made, changed with a look beforehand, arranged, retired, removed. Of the rules of types
// it knows only what the screens show: numbers and options.
import type { Contact, Field, FieldEdit, FieldError, FieldPreview } from '../bindings';
import { Failure } from '../failure';
import { field } from './fieldSeeds';
import type { Handlers } from './handlers';
import type { DoubleState } from './state';

/** Enough to show how values are counted; the core counts all. */
const LOOKED_AT = 300;

function contacts(state: DoubleState): Contact[] {
  const ids = Array.from({ length: LOOKED_AT }, (_, index) => index + 1);
  return ids.map((id) => state.contact(id)).filter((contact): contact is Contact => contact !== null);
}

const valuesOf = (state: DoubleState, code: string) =>
  contacts(state).flatMap((contact) => (contact.fields[code] ? [{ contact, value: contact.fields[code] }] : []));

function find(state: DoubleState, code: string): Field {
  const found = state.fields.find((candidate) => candidate.custom && candidate.code === code);
  if (!found) throw new Failure('not_found', `There is no field ${code}.`);
  return found;
}

function refuse(part: string, message: string): never {
  const fields: FieldError[] = [{ field: part, message }];
  throw new Failure('invalid', message, null, { fields });
}

function freeLabel(state: DoubleState, label: string, own: Field): string {
  const trimmed = label.trim();
  if (!trimmed) refuse('label', 'A field needs a name.');
  const taken = state.fields.some(
    (other) => other.custom && other.code !== own.code && other.subject === own.subject && other.label === trimmed,
  );
  if (taken) refuse('label', `There is a field “${trimmed}” already.`);
  return trimmed;
}

function fits(shape: Field, value: string): boolean {
  if (shape.type === 'number') return /^-?\d+(\.\d+)?$/.test(value);
  if (shape.type === 'one_of' || shape.type === 'many_of')
    return value.split(', ').every((v) => shape.options.includes(v));
  return true;
}

function changed(state: DoubleState, edit: FieldEdit): Field {
  const old = find(state, edit.code);
  return {
    ...old,
    label: edit.label == null ? old.label : freeLabel(state, edit.label, old),
    type: edit.type ?? old.type,
    options: edit.options?.map(({ name }) => name) ?? old.options,
    currency: edit.currency ?? old.currency,
    required: edit.required ?? old.required,
    default: edit.default == null ? old.default : edit.default || null,
  };
}

function preview(state: DoubleState, edit: FieldEdit): FieldPreview {
  const after = changed(state, edit);
  const counts = new Map<string, number>();
  const values = valuesOf(state, edit.code);
  for (const { value } of values) if (!fits(after, value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const conversions = [...counts].map(([value, count]) => ({ value, becomes: null, count }));
  return {
    values: values.length,
    converted: 0,
    misfits: conversions.reduce((sum, { count }) => sum + count, 0),
    conversions,
  };
}

const replace = (state: DoubleState, next: Field) =>
  state.fields.map((other) => (other.custom && other.code === next.code ? next : other));

export const fieldHandlers: Handlers = {
  fields_list: (state) => ({ fields: state.fields.filter((f) => f.subject === 'contact' && !f.retired) }),
  fields_manage: (state) => ({ fields: state.fields }),
  field_uses: (state) => ({
    uses: state.fields.map((f) => {
      const values = valuesOf(state, f.code);
      const misfits = values.filter(({ value }) => f.type === 'number' && !fits(f, value)).length;
      return { code: f.code, values: f.custom ? values.length : contacts(state).length, misfits };
    }),
  }),
  field_add: (state, input) => {
    const code = input.code || input.label.trim().toLowerCase().replace(/\W+/g, '_') || 'field';
    const made = field({
      code,
      label: input.label.trim(),
      type: input.type,
      section: 'custom',
      subject: input.subject ?? 'contact',
      options: input.options ?? [],
      currency: input.type === 'money' ? input.currency || 'EUR' : null,
      required: input.required ?? false,
      default: input.default || null,
    });
    freeLabel(state, input.label, { ...made, code: '' });
    if (state.fields.some((other) => other.code === code)) refuse('code', `The code ${code} is taken. Choose another.`);
    if (input.type.endsWith('_of') && made.options.length === 0)
      refuse('options', 'Give the options that can be chosen.');
    return { field: made, batch: state.writeFields('field_add', [...state.fields, made]).batch };
  },
  field_edit_preview: preview,
  field_edit: (state, edit) => {
    const after = changed(state, edit);
    if (preview(state, edit).misfits > 0 && !edit.keep_misfits) refuse('keep_misfits', 'Values would not fit.');
    return { field: after, batch: state.writeFields('field_edit', replace(state, after)).batch };
  },
  field_misfits: (state, { code }) => {
    const shape = find(state, code);
    const odd = valuesOf(state, code).filter(({ value }) => !fits(shape, value));
    return {
      total: odd.length,
      values: odd.map(({ contact, value }) => ({ id: contact.id, name: contact.name, value })),
    };
  },
  fields_arrange: (state, { subject, codes }) => {
    const place = (f: Field) => (f.custom && f.subject === subject ? codes.indexOf(f.code) : -1);
    const sorted = [...state.fields].sort((a, b) => place(a) - place(b));
    return { batch: state.writeFields('fields_arrange', sorted).batch };
  },
  field_retire: (state, { code, retired }) => {
    const after = { ...find(state, code), retired };
    return { field: after, batch: state.writeFields('field_retire', replace(state, after)).batch };
  },
  field_remove: (state, { code }) => {
    const gone = find(state, code);
    const holders = valuesOf(state, code).map(({ contact }) => {
      const { [code]: _, ...fields } = contact.fields;
      return [contact.id, { ...contact, fields }] as const;
    });
    const { batch } = state.writeFields(
      'field_remove',
      state.fields.filter((f) => f !== gone),
      new Map(holders),
    );
    return { batch, values: holders.length };
  },
};
