// The choices for reading a source another way: formats, encodings with the languages that used them, delimiters.

/** What a table can be read as instead (`ReadOptions.format`). */
export const FORMATS = ['xlsx', 'xls', 'xlsb', 'ods', 'csv', 'tsv'];

/** Files of cards: they have neither a header nor another way to be read. */
export const isCards = (format: string) => ['vcf', 'ldif', 'zip', 'folder'].includes(format);

/** Encodings by their WHATWG names, each with the languages it was made for. */
export const ENCODINGS: Record<
  string,
  | 'all'
  | 'western'
  | 'central'
  | 'cyrillic'
  | 'greek'
  | 'turkish'
  | 'hebrew'
  | 'arabic'
  | 'baltic'
  | 'japanese'
  | 'chinese'
  | 'korean'
> = {
  'UTF-8': 'all',
  'UTF-16LE': 'all',
  'UTF-16BE': 'all',
  'windows-1252': 'western',
  'ISO-8859-15': 'western',
  macintosh: 'western',
  'windows-1250': 'central',
  'ISO-8859-2': 'central',
  'windows-1251': 'cyrillic',
  'KOI8-R': 'cyrillic',
  'windows-1253': 'greek',
  'windows-1254': 'turkish',
  'windows-1255': 'hebrew',
  'windows-1256': 'arabic',
  'windows-1257': 'baltic',
  Shift_JIS: 'japanese',
  GBK: 'chinese',
  Big5: 'chinese',
  'EUC-KR': 'korean',
};

const DELIMITER_IDS: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** A word for a delimiter, since texts can't be named by punctuation. */
export const delimiterId = (delimiter: string) => DELIMITER_IDS[delimiter] ?? delimiter;

/** The usual choices, and the one that was found where it is none of them. */
export function withCurrent(choices: readonly string[], current: string): string[] {
  const known = choices.some((choice) => choice.toLowerCase() === current.toLowerCase());
  return known || current === '' ? [...choices] : [current, ...choices];
}
