// What becomes of each column of the file: the proposals of the preview, what the user decided instead, and the rules that
// keep a mapping sound (a single field is given once, a repeatable one is numbered). Pure; the reducer calls it.
import type { ColumnMapping, DateGuess, DateOrder, Preview, PreviewColumn, Update, ValueMapping } from '@/ipc/bindings';
import { type FieldBook, isRepeatable, nextFreeName, renumber } from './fieldNames';

export type Choice =
  | { kind: 'open' }
  | { kind: 'ignore' }
  | { kind: 'field'; field: string }
  | { kind: 'new'; label: string };

/** Who chose: Roster by looking, Roster from the last file with this header, or the user. */
type Origin = 'proposed' | 'remembered' | 'chosen';

export type Column = {
  position: number;
  /** Empty where the file has no header. */
  header: string;
  samples: string[];
  /** The column whose values this one names (a Google column “Type” or “Label”), while it has no field of its own. */
  labelOf: number | null;
  confidence: number;
  origin: Origin;
  choice: Choice;
  /** What happens to a value that a contact holds already, where this column differs from the others. */
  update: Update | null;
  dates: DateGuess | null;
  /** The order of an ambiguous date column that the user confirmed. */
  dateOrder: DateOrder | null;
  /** Whether names and addresses are taken apart; null leaves it to what the other columns hold. */
  split: boolean | null;
  /** What stands before the value where an earlier column has the same field; null for the usual. */
  separator: string | null;
  /** What values are read as, where the user said so. */
  values: ValueMapping[];
};

/** A field that can be given once was chosen for a second column. */
export type Clash = { position: number; field: string; takenBy: number };

export const OPEN: Choice = { kind: 'open' };
export const IGNORE: Choice = { kind: 'ignore' };

function proposal(field: string | null): Choice {
  if (field === null) return OPEN;
  return field === 'ignore' ? IGNORE : { kind: 'field', field };
}

function fromPreview(column: PreviewColumn, remembered: boolean): Column {
  return {
    position: column.position,
    header: column.column,
    samples: column.samples,
    labelOf: column.label_of,
    confidence: column.confidence,
    origin: remembered || column.kept ? 'remembered' : 'proposed',
    choice: column.kept?.new_field ? { kind: 'new', label: column.kept.new_field } : proposal(column.field),
    update: column.kept?.update ?? null,
    dates: column.dates,
    dateOrder: column.kept?.date_order ?? null,
    split: column.kept?.split ?? null,
    separator: column.kept?.separator ?? null,
    values: column.kept?.values ?? [],
  };
}

/** The columns of a new preview; what the user had decided about the same column (place and header) stays decided. */
export function columnsOf(preview: Preview, before: readonly Column[] = []): Column[] {
  return preview.columns.map((seen) => {
    const column = fromPreview(seen, preview.remembered);
    const old = before.find(({ position, header }) => position === column.position && header === column.header);
    if (!old) return column;
    const chosen = old.origin === 'chosen' ? { choice: old.choice, origin: old.origin } : {};
    const { update, split, separator, values } = old;
    const dateOrder = column.dates?.ambiguous ? old.dateOrder : null;
    return { ...column, ...chosen, update, dateOrder, split, separator, values };
  });
}

export const fieldOf = ({ choice }: Column): string | null => (choice.kind === 'field' ? choice.field : null);

const namesTaken = (columns: readonly Column[]): string[] =>
  columns.map(fieldOf).filter((field): field is string => field !== null);

/** The columns that become something. */
export const assigned = (columns: readonly Column[]) =>
  columns.filter(({ choice }) => choice.kind === 'field' || choice.kind === 'new');

/** The columns that nobody has decided about: orange. */
export const open = (columns: readonly Column[]) => columns.filter(({ choice }) => choice.kind === 'open');

/** The column that names the groups, which makes the stage Groups needless. */
export const groupsColumn = (columns: readonly Column[]) =>
  columns.find((column) => /^groups\d*$/.test(fieldOf(column) ?? ''));

/** Date columns in use that can be read in two ways. */
export const ambiguousDates = (columns: readonly Column[]) => assigned(columns).filter(({ dates }) => dates?.ambiguous);

function replaceChoice(columns: readonly Column[], position: number, choice: Choice): Column[] {
  // What values mean belongs to the field that the column had.
  const chosen = { choice, origin: 'chosen' as const, split: null, separator: null, values: [] };
  return columns.map((column) => (column.position === position ? { ...column, ...chosen } : column));
}

function closeGap(columns: Column[], given: string | null, book: FieldBook): Column[] {
  if (given === null || !isRepeatable(given, book)) return columns;
  const renamed = renumber(given, namesTaken(columns), book);
  return columns.map((column) => {
    const name = renamed.get(fieldOf(column) ?? '');
    return name ? { ...column, choice: { kind: 'field', field: name } } : column;
  });
}

/** Which column has a single field already, other than the one that asks for it. */
export function takenBy(columns: readonly Column[], field: string, position: number, book: FieldBook): Column | null {
  if (isRepeatable(field, book)) return null;
  return columns.find((column) => column.position !== position && fieldOf(column) === field) ?? null;
}

/** Gives a column its meaning, or tells who has the field already. */
export function choose(
  columns: readonly Column[],
  position: number,
  choice: Choice,
  book: FieldBook,
): { columns: Column[]; clash: null } | { columns: null; clash: Clash } {
  const before = columns.find((column) => column.position === position);
  const given = before ? fieldOf(before) : null;
  const others = columns.filter((column) => column.position !== position);
  let wanted = choice;
  if (choice.kind === 'field') {
    const holder = takenBy(columns, choice.field, position, book);
    if (holder) return { columns: null, clash: { position, field: choice.field, takenBy: holder.position } };
    if (isRepeatable(choice.field, book)) {
      wanted = { kind: 'field', field: nextFreeName(choice.field, namesTaken(others), book) };
    }
  }
  return { columns: closeGap(replaceChoice(columns, position, wanted), given, book), clash: null };
}

/** Settles a clash in favour of the column that asked: the other one is open again. */
export function takeOver(columns: readonly Column[], { position, field, takenBy: holder }: Clash): Column[] {
  return replaceChoice(replaceChoice(columns, holder, OPEN), position, { kind: 'field', field });
}

/** Settles a clash by joining: both columns make up the field, in their order. */
export function joinWith(columns: readonly Column[], { position, field }: Clash): Column[] {
  return replaceChoice(columns, position, { kind: 'field', field });
}

const NO_TEXTS =
  /^(uid|created|photo|birthday|lifecycle|language|time_zone|preferred_channel|contact_frequency|consents|used_first|organization_kind)$/;

/** Whether two columns can make up the field: its values are texts. */
export function isJoinable(field: string, { byCode }: FieldBook): boolean {
  const type = byCode.get(field)?.type ?? '';
  return (
    ['text', 'long_text', 'many_of', 'list'].includes(type) &&
    !NO_TEXTS.test(field) &&
    !/country$|^(status_|member|payer$)/.test(field)
  );
}

/** Fields of which each column holds one by itself. */
const BY_THEMSELVES = /^(custom_fields|further_addresses)$/;

/** The earlier column that this one's values are joined to. */
export function joinedTo(columns: readonly Column[], column: Column, book: FieldBook): Column | null {
  const field = fieldOf(column);
  if (field === null || isRepeatable(field, book) || BY_THEMSELVES.test(field)) return null;
  const first = columns.find((other) => fieldOf(other) === field);
  return first && first.position !== column.position ? first : null;
}

function fieldSent(choice: Choice): string | null {
  if (choice.kind === 'field') return choice.field;
  return choice.kind === 'ignore' ? 'ignore' : null;
}

/**
 * The mapping as the core takes it. Every column is named, so that none falls back to its proposal; one that nobody decided
 * about is left out with null rather than `ignore`, so that it is not remembered as ignored.
 */
export function toMapping(columns: readonly Column[]): ColumnMapping[] {
  return columns.map(({ position, choice, update, dateOrder, split, separator, values }) => ({
    position,
    field: fieldSent(choice),
    new_field: choice.kind === 'new' ? choice.label : null,
    update,
    date_order: dateOrder,
    split,
    separator,
    values,
  }));
}
