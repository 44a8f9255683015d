// A filter as the builder holds it: rows and groups of rows, which may be unfinished while they are edited. The core reads
// the text that is made of them and judges it; what it read comes back as a tree and becomes rows again.
import type { Filter, Value } from '@/ipc/bindings';
import { operatorOf } from './operators';
import { isWhole } from './values/when';

export type Row = {
  kind: 'row';
  key: number;
  not: boolean;
  field: string;
  /** As the text form writes it: `=`, `contains`, `in`, `has`, `count >=` … */
  operator: string;
  /** What is typed: one text, two for `between`, several for `in`. */
  values: string[];
  /** The field holds dates, so that `30 days ago` is one and no text. */
  isDate: boolean;
};

export type Group = { kind: 'group'; key: number; not: boolean; any: boolean; parts: Part[] };

export type Part = Row | Group;

let last = 0;
const newKey = () => ++last;

export function emptyGroup(any = false): Group {
  return { kind: 'group', key: newKey(), not: false, any, parts: [] };
}

export function newRow(field: string, operator: string, isDate = false): Row {
  return { kind: 'row', key: newKey(), not: false, field, operator, values: [''], isDate };
}

function shown(value: Value): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return String(value.number);
    case 'day':
      return value.day;
    case 'relative': {
      const { amount, unit } = value;
      if (amount === 0) return 'today';
      const many = Math.abs(amount);
      return `${many} ${many === 1 ? unit.slice(0, -1) : unit} ${amount < 0 ? 'ago' : 'from now'}`;
    }
    default:
      return value.kind;
  }
}

function row(field: string, operator: string, values: string[], isDate = false): Row {
  return { kind: 'row', key: newKey(), not: false, field, operator, values, isDate };
}

const isDay = ({ kind }: Value) => kind === 'day' || kind === 'relative';

function span({ amount, unit }: { amount: number; unit: string }): string {
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}

function partOf(filter: Filter): Part {
  switch (filter.kind) {
    case 'all':
    case 'any':
      return { ...emptyGroup(filter.kind === 'any'), parts: filter.parts.map(partOf) };
    case 'not': {
      const part = partOf(filter.part);
      return { ...part, not: !part.not };
    }
    case 'compare':
      return row(filter.field, operatorOf(filter), [shown(filter.value)], isDay(filter.value));
    case 'contains':
    case 'starts':
      return row(filter.field, filter.kind, [filter.text]);
    case 'in':
      return row(filter.field, 'in', filter.values.map(shown), filter.values.some(isDay));
    case 'between':
      return row(filter.field, 'between', [shown(filter.from), shown(filter.to)], isDay(filter.from));
    case 'within':
    case 'anniversary':
      return row(filter.field, operatorOf(filter), [span(filter.span)]);
    case 'has':
      return row(filter.field, 'has', []);
    case 'count':
      return row(filter.field, operatorOf(filter), [String(filter.number)]);
    case 'matches':
      return row('', 'matches', [filter.text]);
  }
}

/** The tree that the core has read, as a group: a single condition stands in a group of its own. */
export function groupOf(filter: Filter): Group {
  const part = partOf(filter);
  return part.kind === 'group' && !part.not ? part : { ...emptyGroup(), parts: [part] };
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
/** Everything may stand in quotation marks but relative dates. */
const isRelative = (text: string) => /^(today|\d+ \w+ (ago|from now))$/.test(text.trim());

export function isFinished(part: Part): boolean {
  if (part.kind === 'group') return part.parts.some(isFinished);
  if (part.operator === 'has') return true;
  const isTimed = part.isDate || part.operator.includes('within');
  const isThere = (text: string) => text.trim() !== '' && (!isTimed || isWhole(text));
  return part.values.length > 0 && part.values.every(isThere);
}

function rowText({ field, operator, values, isDate }: Row): string {
  const value = (text: string) => (isDate && isRelative(text) ? text.trim() : quoted(text));
  const [first = '', second = ''] = values;
  if (operator === 'has') return `has ${field}`;
  if (operator === 'matches') return `matches ${quoted(first)}`;
  if (operator.startsWith('count ')) return `count ${field} ${operator.slice(6)} ${first.trim()}`;
  if (operator === 'in') return `${field} in (${values.map(value).join(', ')})`;
  if (operator === 'between') return `${field} between ${value(first)} and ${value(second)}`;
  if (operator.includes('within')) return `${field} ${operator} ${first.trim()}`;
  return `${field} ${operator} ${value(first)}`;
}

/** The text of what is finished; empty where nothing is. */
export function textOf(group: Group): string {
  const parts = group.parts.filter(isFinished).map((part) => {
    if (part.kind === 'row') return part.not ? `not ${rowText(part)}` : rowText(part);
    const inner = textOf(part);
    return part.not ? `not (${inner})` : `(${inner})`;
  });
  return parts.join(group.any ? ' or ' : ' and ');
}

/** The group with one of its parts, at any depth, put in place of itself or taken out. */
export function changedPart(group: Group, key: number, change: (part: Part) => Part | null): Group {
  const parts = group.parts.flatMap((part) => {
    if (part.key === key) return change(part) ?? [];
    return part.kind === 'group' ? changedPart(part, key, change) : part;
  });
  return { ...group, parts };
}
