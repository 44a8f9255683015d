// Small makers for the tests of the wizard's pure parts: fields, columns, previews and reports with only what a test is about.
import type { Field, ImportReport, Preview, PreviewColumn, RowOutcome } from '@/ipc/bindings';
import { fieldBook } from './fieldNames';

const field = (code: string, more: Partial<Field> = {}): Field => ({
  code,
  label: code,
  type: 'text',
  custom: false,
  section: 'name',
  repeatable: false,
  exportable: true,
  subject: 'contact',
  options: [],
  currency: null,
  required: false,
  default: null,
  retired: false,
  ...more,
});

export const book = fieldBook([
  field('first_name'),
  field('last_name'),
  field('email', { section: 'reach', type: 'email', repeatable: true }),
  field('work_email', { section: 'reach', type: 'email', repeatable: true }),
  field('phone_mobile', { section: 'reach', type: 'phone', repeatable: true }),
  field('street', { section: 'address' }),
  field('street2', { section: 'address' }),
  field('birthday', { section: 'more', type: 'date' }),
  field('groups', { section: 'more', type: 'list' }),
  field('shoe_size', { section: 'custom', custom: true }),
]);

export const previewColumn = (
  position: number,
  column: string,
  name: string | null,
  more: Partial<PreviewColumn> = {},
) => ({
  position,
  column,
  field: name,
  confidence: name ? 0.95 : 0,
  samples: [],
  dates: null,
  label_of: null,
  kept: null,
  ...more,
});

export const ambiguous = {
  order: 'DMY' as const,
  ambiguous: true,
  readings: [{ typed: '03/04/2025', dmy: '2025-04-03', mdy: '2025-03-04' }],
};

export function previewOf(columns: PreviewColumn[], more: Partial<Preview> = {}): Preview {
  return {
    file: 'people.csv',
    format: 'csv',
    sheets: [],
    sheet: null,
    encoding: 'UTF-8',
    delimiter: ',',
    header_row: 1,
    dialect: null,
    dialects: [],
    columns,
    rows: [columns.map(({ samples }) => samples[0] ?? '')],
    row_numbers: [2],
    everyone_opted_out: false,
    garbled: null,
    remembered: false,
    fingerprint: { bytes: 100, modified: 1 },
    ...more,
  };
}

export function reportOf(more: Partial<ImportReport> = {}): ImportReport {
  return {
    batch: null,
    file: 'people.csv',
    format: 'csv',
    sheet: null,
    encoding: 'UTF-8',
    delimiter: ',',
    dialect: null,
    mode: 'create-update',
    mapping: [],
    rows: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    duplicates: 0,
    rejected: 0,
    reasons: {},
    kept_as_notes: {},
    repaired: {},
    left_out_values: 0,
    similar: 0,
    opted_out: 0,
    rejects_file: null,
    seconds: 0.1,
    ...more,
  };
}

export function rowOf(row: number, outcome: RowOutcome['outcome'], problems: RowOutcome['problems'] = []): RowOutcome {
  return { row, outcome, cells: [], contact: null, problems };
}
