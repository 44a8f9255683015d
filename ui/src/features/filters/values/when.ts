// Days and spans as the text form writes them, taken apart for the fields of a condition and put together again.
import type { Unit } from '@/ipc/bindings';

export const UNITS = ['days', 'weeks', 'months', 'years'] as const satisfies Unit[];

export type When =
  | { kind: 'day'; day: string }
  | { kind: 'today' }
  | { kind: 'ago' | 'from now'; amount: string; unit: Unit };

export type Length = { amount: string; unit: Unit };

const unitOf = (word: string): Unit => UNITS.find((unit) => unit.startsWith(word)) ?? 'days';
const withUnit = ({ amount, unit }: Length) => `${amount} ${amount === '1' ? unit.slice(0, -1) : unit}`;

export function whenOf(text: string): When {
  if (text.trim() === 'today') return { kind: 'today' };
  const found = /^(\d*) ?(day|week|month|year)s? (ago|from now)$/.exec(text.trim());
  if (!found) return { kind: 'day', day: text };
  return { kind: found[3] as 'ago', amount: found[1] ?? '', unit: unitOf(found[2] ?? '') };
}

export function whenText(when: When): string {
  if (when.kind === 'today') return 'today';
  return when.kind === 'day' ? when.day : `${withUnit(when)} ${when.kind}`;
}

export function lengthOf(text: string): Length {
  const found = /^(\d*) ?(day|week|month|year)?s?$/.exec(text.trim());
  return { amount: found?.[1] ?? '', unit: unitOf(found?.[2] ?? 'day') };
}

/** Without an amount it keeps its unit and is not finished. */
export const lengthText = (length: Length) => withUnit(length);

/** Whether the amount of a span or relative day is there. */
export const isWhole = (text: string) => !/^(day|week|month|year)s?\b/.test(text.trim());
