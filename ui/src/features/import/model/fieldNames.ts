// Field names as they stand in a mapping: a field of the list, with a place before it (`work_email`, `home_street`) or a
// number behind it (`email2`). Reads, writes and numbers them; knows nothing of columns.
import type { Field } from '@/ipc/bindings';

export type Place = 'work' | 'home';
export type FieldName = { base: string; place: Place | null; number: number };

export type FieldBook = { list: Field[]; byCode: Map<string, Field> };

export function fieldBook(list: Field[]): FieldBook {
  return { list, byCode: new Map(list.map((field) => [field.code, field])) };
}

const PLACE = /^(work|home)_(.+)$/;
const NUMBER = /^(.+?)([2-9]|[1-9]\d+)$/;

/** Takes a name apart. A code of the list is never split: `street2` and `phone_home` are fields of their own. */
export function parseFieldName(name: string, book: FieldBook): FieldName {
  if (book.byCode.has(name)) return { base: name, place: null, number: 1 };
  const placed = name.match(PLACE);
  if (placed?.[1] && placed[2]) {
    return { ...parseFieldName(placed[2], book), place: placed[1] as Place };
  }
  const numbered = name.match(NUMBER);
  if (numbered?.[1] && book.byCode.has(numbered[1])) {
    return { base: numbered[1], place: null, number: Number(numbered[2]) };
  }
  return { base: name, place: null, number: 1 };
}

export function formatFieldName({ base, place, number }: FieldName): string {
  return `${place ? `${place}_` : ''}${base}${number > 1 ? number : ''}`;
}

export function isRepeatable(name: string, book: FieldBook): boolean {
  return book.byCode.get(parseFieldName(name, book).base)?.repeatable ?? false;
}

const sameFamily = (a: FieldName, b: FieldName) => a.base === b.base && a.place === b.place;

/** The first name of a repeatable field's family that nobody has: `email`, then `email2`, `email3` … */
export function nextFreeName(name: string, taken: readonly string[], book: FieldBook): string {
  const family = parseFieldName(name, book);
  const inUse = new Set(taken);
  for (let number = 1; ; number += 1) {
    const candidate = formatFieldName({ ...family, number });
    const isAnotherField = number > 1 && book.byCode.has(candidate);
    if (!inUse.has(candidate) && !isAnotherField) return candidate;
  }
}

/**
 * Closes the gaps in one family, keeping its order: with `email` given away, `email2` becomes `email`. Answers new names
 * by old ones.
 */
export function renumber(name: string, taken: readonly string[], book: FieldBook): Map<string, string> {
  const family = parseFieldName(name, book);
  const members = taken
    .filter((other) => sameFamily(parseFieldName(other, book), family))
    .sort((a, b) => parseFieldName(a, book).number - parseFieldName(b, book).number);
  const renamed = new Map<string, string>();
  for (const member of members) {
    renamed.set(member, nextFreeName(name, [...renamed.values()], book));
  }
  return renamed;
}
