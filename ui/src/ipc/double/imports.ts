// The double's answers about imports: preview, rehearsal, the import itself, its rejected rows.
import type {
  Batch,
  Contact,
  Dialect,
  Garbled,
  ImportReport,
  Preview,
  PreviewColumn,
  PreviewRequest,
  RowOutcome,
} from '../bindings';
import type { Handlers } from './handlers';
import { headerRow, type Rehearsed, rehearse } from './importReport';
import { readSource } from './importSources';
import { valuesOf } from './importValues';
import { asNamed, mappingHandlers } from './mappings';
import { personNumber } from './people';
import type { DoubleState } from './state';

const SAMPLE_SIZE = 204;

/** Headers that the double knows, each with its field and how sure it is of it. */
const PROPOSALS: Record<string, [string, number]> = {
  'first name': ['first_name', 0.99],
  surname: ['last_name', 0.97],
  'last name': ['last_name', 0.99],
  name: ['full_name', 0.92],
  organisation: ['organization', 0.95],
  'e-mail': ['email', 0.99],
  mobile: ['phone_mobile', 0.96],
  'post code': ['postcode', 0.74],
  country: ['country', 0.97],
  street: ['street', 0.97],
  'd.o.b.': ['birthday', 0.55],
  groups: ['groups', 0.98],
  'internal id': ['ignore', 1],
};

function dates(values: string[]): PreviewColumn['dates'] {
  const typed = values.filter((value) => /^\d\d\/\d\d\/\d{4}$/.test(value));
  if (typed.length === 0) return null;
  const readings = typed.slice(0, 2).map((value) => {
    const [a, b, year] = value.split('/');
    return { typed: value, dmy: `${year}-${b}-${a}`, mdy: `${year}-${a}-${b}` };
  });
  const ambiguous = typed.every((value) => Number(value.slice(0, 2)) <= 12 && Number(value.slice(3, 5)) <= 12);
  return { order: 'DMY', ambiguous, readings: ambiguous ? readings : [] };
}

/** The one mistake that the double knows: "Ã¤" for "ä". */
function garbledOf(rows: string[][], repaired: boolean): Garbled | null {
  const wrong = rows.flat().filter((cell) => cell.includes('Ã¤'));
  const samples = wrong.slice(0, 5).map((before) => ({ before, after: before.replaceAll('Ã¤', 'ä') }));
  return wrong.length > 0 ? { encoding: 'windows-1252', cells: wrong.length, samples, repaired } : null;
}

const OUTLOOK = (columns: number): Dialect => ({
  name: 'outlook-desktop',
  locale: 'de',
  known: Math.max(columns - 2, 1),
  columns,
});
const GOOGLE = (columns: number): Dialect => ({ name: 'google', locale: 'new', known: 1, columns });

/** The dialect that was asked for; Outlook's, where the header holds a name that only Outlook gives. */
function dialectOf(headers: string[], asked: string | null | undefined): Dialect | null {
  if (asked)
    return (
      [OUTLOOK(headers.length), GOOGLE(headers.length)].find(({ name, locale }) => asked === `${name}:${locale}`) ??
      null
    );
  return headers.includes('Weitere Straße') ? OUTLOOK(headers.length) : null;
}

function columnOf(header: string, index: number, rows: string[][]): PreviewColumn {
  const values = rows.map((cells) => cells[index] ?? '').filter(Boolean);
  const byShape: [string, number] | undefined = values[0]?.includes('@') ? ['email', 0.7] : undefined;
  const [field, confidence] = PROPOSALS[header.toLowerCase()] ?? byShape ?? [null, 0];
  return {
    position: index + 1,
    column: header,
    field,
    confidence,
    samples: values.slice(0, 5),
    dates: dates(values),
    label_of: null,
    kept: null,
  };
}

function preview({ source, options, rows: most, raw: asIs, dialect: asked }: PreviewRequest): Preview {
  const sheet = readSource(source, options);
  const at = asIs ? 0 : headerRow(sheet.raw, options.header_row);
  const data = sheet.raw.slice(at);
  const width = Math.max(...sheet.raw.map(({ length }) => length));
  const headers = Array.from({ length: width }, (_, index) => (at > 0 ? (sheet.raw[at - 1]?.[index] ?? '') : ''));
  return {
    file: sheet.file,
    format: options.format ?? sheet.format,
    sheets: sheet.sheets,
    sheet: options.sheet ?? sheet.sheets[0] ?? null,
    encoding: sheet.sheets.length > 0 ? null : (options.encoding ?? 'UTF-8'),
    delimiter: sheet.delimiter,
    header_row: at === 0 ? null : at,
    dialect: dialectOf(headers, asked),
    dialects: headers.length > 1 ? [OUTLOOK(headers.length), GOOGLE(headers.length)] : [],
    columns: headers.map((header, index) => columnOf(header, index, data)),
    rows: data.slice(0, most ?? data.length),
    row_numbers: data.slice(0, most ?? data.length).map((_, index) => at + index + 1),
    everyone_opted_out: headers.includes('UNSUB_TIME'),
    garbled: garbledOf(data, options.repair_text ?? false),
    remembered: false,
    fingerprint: source.kind === 'file' ? { bytes: 51_200, modified: 1 } : null,
  };
}

/** What the double keeps of an import beside its batch. */
const rejects = new WeakMap<DoubleState, Map<number, { columns: string[]; rows: RowOutcome[] }>>();

function rejectsOf(state: DoubleState) {
  const known = rejects.get(state) ?? new Map();
  rejects.set(state, known);
  return known;
}

function contactOf(id: number, batch: number, { cells }: RowOutcome): Contact {
  const person = personNumber(1);
  const name = cells.slice(0, 2).join(' ');
  const [email, phone] = person.points;
  const points = [email, phone]
    .filter((point) => point !== undefined)
    .map((point) => ({ ...point, value: cells[3] ?? point.value }));
  return {
    ...person,
    id,
    name,
    first_name: cells[0] ?? null,
    last_name: cells[1] ?? null,
    points: points.slice(0, 1),
    created_batch: batch,
  };
}

function write(state: DoubleState, { report, rows }: Rehearsed): ImportReport {
  const batch = state.batches.length + 8;
  const first = state.nextId();
  const made = rows
    .filter(({ outcome }) => outcome === 'created')
    .map((row, index) => [first + index, contactOf(first + index, batch, row)] as const);
  const written: Batch = state.write('import_run', new Map(made));
  const answer = { ...report, batch: written.batch };
  const { samples: _, ...kept } = answer;
  written.import = kept;
  const columns = report.mapping.map(({ column }) => column);
  rejectsOf(state).set(written.batch, { columns, rows: rows.filter(({ outcome }) => outcome === 'rejected') });
  return answer;
}

export const importHandlers: Handlers = {
  ...mappingHandlers,
  import_preview: (state, request) => {
    const seen = preview(request);
    return { ...seen, columns: asNamed(state, request.named, seen.columns) };
  },
  import_values: (state, request) => valuesOf(request, state.fields),
  import_rehearse: (_, request) => rehearse(request).report,
  import_run: (state, request) => write(state, rehearse(request)),
  import_example: (_, { path }) => ({ file: path }),
  import_rejects: (state, { batch }) => {
    const { columns, rows } = rejectsOf(state).get(batch ?? 0) ?? { columns: [], rows: [] };
    return { total: rows.length, columns, rows };
  },
  import_similar: () => {
    const person = { emails: ['siobhan@taylor.example'], phones: ['07400 123456'], organization: null, city: 'Leeds' };
    const known = {
      ...person,
      id: 2,
      name: 'Siobhan Taylor',
      emails: ['s.taylor@old.example'],
      organization: 'Blue Harbour',
    };
    return { pairs: [{ ground: 'phone', new: { ...person, id: 1, name: 'Siobhán Taylor' }, known }] };
  },
  import_missing: (state, { batch }) => {
    const earlier = state.batches.filter((one) => one.import && one.undone_by === null && one.batch < (batch ?? 0));
    const [last] = earlier.sort((a, b) => b.batch - a.batch);
    if (!last?.import) return { last: null, total: 0, contacts: [] };
    const gone = { emails: ['tom@quill.example'], phones: [], organization: 'Quill', city: 'Leeds' };
    return {
      last: { batch: last.batch, at: last.at, file: last.import.file },
      total: 1,
      contacts: [{ ...gone, id: 3, name: 'Tom Jones' }],
    };
  },
  import_rejects_save: (state, { batch, path }) => ({
    file: path,
    rows: rejectsOf(state).get(batch)?.rows.length ?? 0,
  }),
  sample_data: (state) => {
    state.fill(SAMPLE_SIZE);
    const source = { kind: 'text' as const, text: '' };
    const empty = {
      source,
      options: {},
      dialect: null,
      named: null,
      mapping: [],
      country: null,
      date_order: null,
      mode: 'create-update' as const,
    };
    const request = {
      ...empty,
      match_keys: [],
      update: 'fill' as const,
      groups: [],
      organization: null,
      new_fields: false,
      split: null,
      everyone_opted_out: null,
      edits: [],
      left_out: [],
      fingerprint: null,
      rejects: null,
    };
    return { ...rehearse(request).report, batch: 7, file: 'sample.csv', rows: SAMPLE_SIZE, created: SAMPLE_SIZE };
  },
};
