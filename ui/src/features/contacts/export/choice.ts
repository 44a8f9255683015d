// How an export is to be, as the dialog asks it and as the core and a profile say it.
import type { Channel, ExportChoice } from '@/ipc/bindings';

export const FORMATS = ['xlsx', 'csv', 'vcf'] as const;
export type Format = (typeof FORMATS)[number];

/** Who reads a csv: an Excel of one or the other part of the world, any program, or one with a header of its own. */
export const READERS = ['excel', 'excel_semicolon', 'plain', 'google', 'outlook', 'mailchimp'] as const;
export type Reader = (typeof READERS)[number];

/** Readers that know no opt-outs. */
export const isProgram = (reader: Reader) => ['google', 'outlook', 'mailchimp'].includes(reader);

export const PURPOSES = ['none', 'email', 'sms', 'phone', 'post'] as const;
export type Purpose = (typeof PURPOSES)[number];

export type Draft = {
  format: Format;
  reader: Reader;
  /** Of Outlook's headers. */
  language: string;
  /** Null means all that hold anything. */
  fields: string[] | null;
  purpose: Purpose;
  optedOut: boolean;
  /** A file for each value of this field; null for one file. */
  splitBy: string | null;
};

/** Where a comma stands within numbers, Excel expects semicolons between cells. */
export function readerOfHere(language = navigator.language): Reader {
  return writesCommas(language) ? 'excel_semicolon' : 'excel';
}

function writesCommas(language: string): boolean {
  try {
    return new Intl.NumberFormat(language).format(1.5).includes(',');
  } catch {
    // A system that was given no language calls it “C”, which names none.
    return false;
  }
}

export const blank = (): Draft => ({
  format: 'xlsx',
  reader: readerOfHere(),
  language: 'en',
  fields: null,
  purpose: 'none',
  optedOut: false,
  splitBy: null,
});

const csvOf = (reader: Reader): ExportChoice['csv'] => {
  if (isProgram(reader)) return null;
  return { delimiter: reader === 'excel_semicolon' ? 'semicolon' : 'comma', mark: reader !== 'plain' };
};

const dialectOf = ({ reader, language }: Draft) => (reader === 'outlook' ? `outlook:${language}` : reader);

export function toCore(draft: Draft): ExportChoice {
  const { format, reader, fields, purpose, optedOut, splitBy } = draft;
  const forProgram = format === 'csv' && isProgram(reader);
  return {
    format,
    fields: fields ?? [],
    purpose: purpose === 'none' ? null : purpose,
    dialect: forProgram ? dialectOf(draft) : null,
    opted_out: forProgram && optedOut,
    csv: format === 'csv' ? csvOf(reader) : null,
    split_by: splitBy,
  };
}

export function fromCore(choice: ExportChoice): Draft {
  const format = FORMATS.find((one) => choice.format?.startsWith(one)) ?? (choice.dialect ? 'csv' : 'xlsx');
  const [program, language = 'en'] = (choice.dialect ?? '').split(':');
  const known = READERS.find((one) => one === program);
  return {
    format,
    reader: known ?? styleOf(choice.csv),
    language,
    fields: choice.fields.length > 0 ? choice.fields : null,
    purpose: choice.purpose ?? 'none',
    optedOut: choice.opted_out,
    splitBy: choice.split_by,
  };
}

/** Whether two drafts ask the core for the same file. */
export const isSame = (one: Draft, other: Draft) => JSON.stringify(toCore(one)) === JSON.stringify(toCore(other));

function styleOf(csv: ExportChoice['csv']): Reader {
  if (!csv) return readerOfHere();
  if (csv.delimiter === 'semicolon') return 'excel_semicolon';
  return csv.mark ? 'excel' : 'plain';
}

/** For which channel the gate decides, whether asked or because the program sends. */
export function channelOf(choice: ExportChoice): Channel | null {
  return choice.dialect === 'mailchimp' && !choice.opted_out ? 'email' : choice.purpose;
}
