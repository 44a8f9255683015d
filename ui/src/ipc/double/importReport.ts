// The double's rehearsal: what becomes of each row, by rules that are as simple as the page allows.
import type { ImportReport, ImportRequest, Problem, RowOutcome, ValueCounts } from '../bindings';
import { readSource } from './importSources';

const SAMPLES = 500;
const KNOWN_ALREADY = new Set(['noa@blueharbour.example', 'renee@emeraude.example']);
const UPDATES = new Set(['kaethe@suess.example', 'george@quill.example']);

type Mapped = { header: string[]; rows: { row: number; cells: string[] }[]; position: (base: string) => number | null };

const isEmail = (text: string) => /^\S+@\S+\.\S+$/.test(text);
const isPhone = (text: string) => /E\+/.test(text) || text.replace(/\D/g, '').length >= 7;

/** The header row: the one that was asked for, else the first, unless that one holds values already. */
export function headerRow(raw: string[][], wanted: number | null | undefined): number {
  if (wanted !== null && wanted !== undefined) return wanted;
  return raw[0]?.some((cell) => isEmail(cell) || isPhone(cell)) ? 0 : 1;
}

function mapped({ source, options, mapping, edits }: ImportRequest): Mapped {
  const { raw } = readSource(source, options);
  const at = headerRow(raw, options.header_row);
  const corrected = new Map(edits.map((edit) => [`${edit.row}/${edit.position}`, edit.value]));
  const rows = raw.slice(at).map((cells, index) => {
    const row = at + index + 1;
    return { row, cells: cells.map((cell, column) => corrected.get(`${row}/${column + 1}`) ?? cell) };
  });
  const position = (base: string) => mapping.find(({ field }) => field?.startsWith(base))?.position ?? null;
  return { header: raw[at - 1] ?? [], rows, position };
}

function problem(
  code: string,
  reason: string,
  hint: string,
  at: Pick<Problem, 'position' | 'column' | 'value'>,
): Problem {
  return { code, reason, hint, ...at };
}

const NOWHERE = { position: null, column: null, value: null };

function judge({ row, cells }: Mapped['rows'][number], { header, position }: Mapped, seen: Set<string>): RowOutcome {
  const valueAt = (base: string) => {
    const place = position(base);
    return {
      position: place,
      column: place ? (header[place - 1] ?? '') : '',
      value: place ? (cells[place - 1] ?? '') : '',
    };
  };
  const email = valueAt('email');
  const phone = valueAt('phone');
  const problems: Problem[] = [];
  if (email.value && !isEmail(email.value)) {
    problems.push(problem('invalid_email', 'Not an e-mail address', 'The part after @ is missing', email));
  }
  if (phone.value && !isPhone(phone.value)) {
    problems.push(problem('invalid_phone', 'Too short for a phone number', 'Add the area code', phone));
  }
  const made = (outcome: RowOutcome['outcome']): RowOutcome => ({ row, outcome, cells, contact: null, problems });
  if (!isEmail(email.value) && !isPhone(phone.value)) {
    if (problems.length === 0)
      problems.push(problem('no_contact_point', 'No phone and no e-mail', 'A contact needs at least one', NOWHERE));
    return made('rejected');
  }
  const key = email.value || phone.value;
  if (seen.has(key)) return made('duplicate');
  seen.add(key);
  if (KNOWN_ALREADY.has(key)) return made('unchanged');
  return made(UPDATES.has(key) ? 'updated' : 'created');
}

function leftOut({ row, cells }: Mapped['rows'][number]): RowOutcome {
  const problems = [problem('left_out', 'Left out by you', 'Import it again without leaving it out', NOWHERE)];
  return { row, outcome: 'rejected', cells, contact: null, problems };
}

function tally(problems: Problem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** What becomes of a column's values: those of rejected rows stay in their rows, those with a problem are notes. */
function fateOf(rows: RowOutcome[], position: number, isUsed: boolean): ValueCounts {
  const filled = rows.filter(({ cells }) => (cells[position - 1] ?? '').trim() !== '');
  const rejected = filled.filter(({ outcome }) => outcome === 'rejected').length;
  const taken = filled.filter(({ outcome }) => outcome !== 'rejected');
  const noted = taken.filter(({ problems }) => problems.some((problem) => problem.position === position)).length;
  const rest = taken.length - (isUsed ? noted : 0);
  return {
    in: filled.length,
    stored: isUsed ? rest : 0,
    noted: isUsed ? noted : 0,
    kept_existing: 0,
    left_out: 0,
    ignored: isUsed ? 0 : rest,
    rejected,
  };
}

function mappingOf(request: ImportRequest, header: string[], rows: RowOutcome[]): ImportReport['mapping'] {
  return request.mapping.map(({ position, field, new_field }) => ({
    position,
    values: fateOf(rows, position, Boolean(new_field ?? (field !== 'ignore' && field))),
    column: header[position - 1] ?? '',
    field: new_field ? new_field.toLowerCase().replaceAll(' ', '_') : (field ?? 'ignore'),
    confidence: 1,
  }));
}

export type Rehearsed = { report: ImportReport; rows: RowOutcome[] };

export function rehearse(request: ImportRequest): Rehearsed {
  const sheet = readSource(request.source, request.options);
  const table = mapped(request);
  const seen = new Set<string>();
  const out = new Set(request.left_out);
  const rows = table.rows.map((row) => (out.has(row.row) ? leftOut(row) : judge(row, table, seen)));
  const of = (outcome: RowOutcome['outcome']) => rows.filter((row) => row.outcome === outcome);
  const damaged = table.rows.filter(({ cells }) => cells.some((cell) => /E\+/.test(cell))).length;
  const report: ImportReport = {
    batch: null,
    file: sheet.file,
    format: sheet.format,
    sheet: request.options.sheet ?? sheet.sheets[0] ?? null,
    encoding: sheet.delimiter ? 'UTF-8' : null,
    delimiter: sheet.delimiter,
    dialect: null,
    mode: request.mode,
    mapping: mappingOf(request, table.header, rows),
    rows: rows.length,
    created: of('created').length,
    updated: of('updated').length,
    unchanged: of('unchanged').length,
    duplicates: of('duplicate').length,
    rejected: of('rejected').length,
    reasons: tally(of('rejected').flatMap(({ problems }) => problems.slice(0, 1))),
    kept_as_notes: tally(rows.filter(({ outcome }) => outcome !== 'rejected').flatMap(({ problems }) => problems)),
    repaired: damaged > 0 ? { damaged_number: damaged } : {},
    left_out_values: 0,
    similar: rows.some(({ cells }) => cells.includes('Siobhán')) ? 1 : 0,
    opted_out: 0,
    rejects_file: null,
    seconds: 0.41,
    samples: (['created', 'updated', 'unchanged', 'duplicate', 'rejected'] as const).flatMap((outcome) =>
      of(outcome).slice(0, SAMPLES),
    ),
  };
  return { report, rows };
}
