// How values of custom fields are shown and typed in the window's language. What is kept is one text for every language
// (`1234.5`, `12.50 EUR`, `2026-12-31`, `yes`): here it becomes `1.234,5`, `12,50 €`, `31. Dezember 2026`, and back.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/components/numbers';
import type { Field } from '@/ipc/bindings';
import { Failure } from '@/ipc/failure';
import { listOf } from './fits';

/** What of a field decides how its values look. */
export type Shape = Pick<Field, 'type' | 'options' | 'currency'>;

export type Formats = {
  /** A kept value as people read it. */
  shown: (shape: Shape, kept: string) => string;
  /** A kept value as it stands in a field to be edited. */
  typed: (shape: Shape, kept: string) => string;
  /** A typed text as it is sent to the core; throws a Failure where it can't be a value. */
  kept: (shape: Shape, typed: string) => string;
};

const NUMBER = /^-?\d+(\.\d+)?$/;
const MONEY = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

export function useFormats(): Formats {
  const language = useLanguage();
  const { t } = useTranslation('fields');
  return useMemo(() => formatsOf(language, { yes: t('yes'), no: t('no') }), [language, t]);
}

export function formatsOf(language: string, words: { yes: string; no: string }): Formats {
  const marks = marksOf(language);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 20 });
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 20, useGrouping: false });
  const long = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(language, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const day = (kept: string) => new Date(`${kept}T00:00:00Z`);

  const shown = ({ type }: Shape, kept: string): string => {
    const money = MONEY.exec(kept);
    if (type === 'number' && NUMBER.test(kept)) return number.format(kept as Intl.StringNumericLiteral);
    if (type === 'money' && money) return amount(language, money[1] ?? '', money[2] ?? '');
    if (type === 'date' && DATE.test(kept)) return long.format(day(kept));
    if (type === 'yes_no') return kept === 'yes' ? words.yes : kept === 'no' ? words.no : kept;
    if (type === 'many_of') return new Intl.ListFormat(language, { type: 'unit' }).format(listOf(kept));
    return kept;
  };

  const typed = ({ type, currency }: Shape, kept: string): string => {
    const money = MONEY.exec(kept);
    if (type === 'number' && NUMBER.test(kept)) return plain.format(kept as Intl.StringNumericLiteral);
    if (type === 'date' && DATE.test(kept)) return short.format(day(kept));
    if (type !== 'money' || !money) return kept;
    const digits = (money[1] ?? '').replace('.', marks.decimal);
    return money[2] === currency ? digits : `${digits} ${money[2]}`;
  };

  const keptOf = ({ type, currency }: Shape, text: string): string => {
    const trimmed = text.trim();
    if (trimmed === '') return '';
    if (type === 'number') return numberOf(trimmed, marks) ?? refuse('invalid_number');
    if (type === 'money') return moneyOf(trimmed, currency, marks);
    if (type === 'date') return dateOf(trimmed, short) ?? trimmed;
    return type === 'long_text' ? text : trimmed;
  };
  return { shown, typed, kept: keptOf };
}

function refuse(code: string): never {
  throw new Failure(code, code);
}

function amount(language: string, digits: string, currency: string): string {
  const places = digits.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, minimumFractionDigits: places });
  return format.format(digits as Intl.StringNumericLiteral);
}

type Marks = { decimal: string; group: string; digits: string };

function marksOf(language: string): Marks {
  const parts = new Intl.NumberFormat(language).formatToParts(-12345678.5);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  const digits = new Intl.NumberFormat(language, { useGrouping: false }).format(9876543210);
  return { decimal: part('decimal'), group: part('group'), digits: [...digits].reverse().join('') };
}

/** A number typed by the language's own rules, as a plain decimal; null for anything else. */
function numberOf(text: string, { decimal, group, digits }: Marks): string | null {
  const plain = [...text]
    .map((letter) => (digits.includes(letter) ? String(digits.indexOf(letter)) : letter))
    .filter((letter) => letter !== group && !/[\s\u200e\u200f\u061c'’]/u.test(letter))
    .join('')
    .replace(/[−–]/u, '-');
  const point = decimal === '.' ? plain : plain.replace(decimal, '.');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(point) ? point.replace(/\.$/, '') : null;
}

/** An amount: its number by the language, its currency left for the core to know ("12,50 €", "USD 5"). */
function moneyOf(text: string, currency: string | null, marks: Marks): string {
  const found = /^([^\d\-−]*)([-−]?[\s\d.,'’\u00a0\u202f]*\d)\s*(.*)$/u.exec(text);
  const digits = found && numberOf(found[2] ?? '', marks);
  if (!found || digits === null) return refuse('invalid_money');
  const name = `${found[1]}${found[3]}`.trim();
  return `${digits} ${name || currency || ''}`.trim();
}

/** A day in the numeric order of the language; null leaves it to the core, which knows months by name. */
function dateOf(text: string, format: Intl.DateTimeFormat): string | null {
  const order = format.formatToParts(new Date()).filter(({ type }) => ['day', 'month', 'year'].includes(type));
  const numbers = /^\D{0,2}(\d{1,4})\D+(\d{1,4})\D+(\d{1,4})\D{0,2}$/.exec(text)?.slice(1);
  if (!numbers || (numbers[0] ?? '').length === 4) return null;
  const part = (type: string) => numbers[order.findIndex((candidate) => candidate.type === type)] ?? '';
  const year = part('year').length === 2 ? `${Number(part('year')) < 50 ? '20' : '19'}${part('year')}` : part('year');
  return `${year}-${part('month').padStart(2, '0')}-${part('day').padStart(2, '0')}`;
}
