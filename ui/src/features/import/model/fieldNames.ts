// Field names as they stand in a mapping: the code of a field, with a number behind it where several columns have the same
// one (`email2`). Reads, writes and numbers them; knows nothing of columns.
import type { Field } from '@/ipc/bindings';

export type FieldName = { base: string; number: number };

export type FieldBook = { list: Field[]; byCode: Map<string, Field> };

export function fieldBook(list: Field[]): FieldBook {
  return { list, byCode: new Map(list.map((field) => [field.code, field])) };
}

const NUMBERED = /^(.+?)([2-9]|[1-9]\d+)$/;

/** Takes a name apart. A code of the list is never split: `street2` is a field of its own. */
export function parseFieldName(name: string, { byCode }: FieldBook): FieldName {
  const [, base = '', number = ''] = name.match(NUMBERED) ?? [];
  return !byCode.has(name) && byCode.has(base) ? { base, number: Number(number) } : { base: name, number: 1 };
}

export const formatFieldName = ({ base, number }: FieldName): string => (number > 1 ? `${base}${number}` : base);

export function isRepeatable(name: string, book: FieldBook): boolean {
  return book.byCode.get(parseFieldName(name, book).base)?.repeatable ?? false;
}

/** The first name of a repeatable field that nobody has: `email`, then `email2`, `email3` … */
export function nextFreeName(name: string, taken: readonly string[], book: FieldBook): string {
  const { base } = parseFieldName(name, book);
  const inUse = new Set(taken);
  for (let number = 1; ; number += 1) {
    const candidate = formatFieldName({ base, number });
    const isAnotherField = number > 1 && book.byCode.has(candidate);
    if (!inUse.has(candidate) && !isAnotherField) return candidate;
  }
}

/**
 * Closes the gaps in the numbers of one field, keeping their order: with `email` given away, `email2` becomes `email`.
 * Answers new names by old ones.
 */
export function renumber(name: string, taken: readonly string[], book: FieldBook): Map<string, string> {
  const { base } = parseFieldName(name, book);
  const numberOf = (other: string) => parseFieldName(other, book).number;
  const members = taken
    .filter((other) => parseFieldName(other, book).base === base)
    .sort((a, b) => numberOf(a) - numberOf(b));
  const renamed = new Map<string, string>();
  for (const member of members) renamed.set(member, nextFreeName(base, [...renamed.values()], book));
  return renamed;
}
