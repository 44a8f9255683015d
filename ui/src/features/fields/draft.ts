// A field while its dialog is open, and what is sent of it.
import type { Field, FieldAdd, FieldEdit, FieldType, Subject } from '@/ipc/bindings';

/** An option with the name it had when the dialog opened; `key` tells the lines apart while their names change. */
export type OptionDraft = { key: number; name: string; was: string | null };

export type Draft = {
  label: string;
  type: FieldType;
  code: string;
  options: OptionDraft[];
  currency: string;
  required: boolean;
  default: string;
};

export const TYPES = [
  'text',
  'long_text',
  'number',
  'money',
  'date',
  'yes_no',
  'one_of',
  'many_of',
  'url',
] as const satisfies readonly FieldType[];

export const hasOptions = (type: FieldType) => type === 'one_of' || type === 'many_of';

export function draftOf(field: Field | null): Draft {
  if (!field) return { label: '', type: 'text', code: '', options: [], currency: '', required: false, default: '' };
  return {
    label: field.label,
    type: field.type as FieldType,
    code: field.code,
    options: field.options.map((name, key) => ({ key, name, was: name })),
    currency: field.currency ?? '',
    required: field.required,
    default: field.default ?? '',
  };
}

export const optionNames = (draft: Draft): string[] =>
  draft.options.map(({ name }) => name.trim()).filter((name) => name !== '');

export function toAdd(draft: Draft, subject: Subject): FieldAdd {
  return {
    label: draft.label,
    type: draft.type,
    code: draft.code.trim() || null,
    subject,
    options: hasOptions(draft.type) ? optionNames(draft) : [],
    currency: draft.currency || null,
    required: draft.required,
    default: draft.default || null,
  };
}

export function toEdit(draft: Draft, code: string, keepMisfits: boolean): FieldEdit {
  const options = draft.options.filter(({ name }) => name.trim() !== '');
  return {
    code,
    label: draft.label,
    type: draft.type,
    options: hasOptions(draft.type) ? options.map(({ name, was }) => ({ name: name.trim(), was })) : null,
    currency: draft.currency || null,
    required: draft.required,
    default: draft.default,
    keep_misfits: keepMisfits,
  };
}

/** Whether the change reaches the values: another type, other options. */
export function changesValues(draft: Draft, field: Field): boolean {
  const names = draft.options.map(({ name, was }) => (was === name ? name : [name, was]));
  const changed = JSON.stringify(names) !== JSON.stringify(field.options);
  return draft.type !== field.type || (hasOptions(draft.type) && changed);
}
