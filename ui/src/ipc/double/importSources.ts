// What the double reads when a file is chosen or rows are pasted: a believable file of members, a few that can't be read, and
// a plain reading of delimited text. Only as clever as the page needs.
import type { ImportSource, ReadOptions } from '../bindings';
import { Failure } from '../failure';

export type Sheet = { file: string; format: string; sheets: string[]; delimiter: string | null; raw: string[][] };

const HEADER = [
  'First name',
  'Surname',
  'Organisation',
  'E-mail',
  'Mobile',
  'Post code',
  'D.o.b.',
  'Shoe size',
  'Internal id',
];

const SEEDS = [
  ['Käthe', 'Größer', 'Bäckerei Süß', 'kaethe@suess.example', '+49 151 2345 6789', '01067', '07/03/1980', '39'],
  ['Noa', 'Levi', 'Blue Harbour Ltd', 'noa@blueharbour.example', '050-123-4567', '33031', '02/02/1991', '38'],
  ['George', 'O’Neill', 'Quill; Ink', 'george@quill.example', '1.614960123E+9', 'M1 1AE', '11/10/1972', '44'],
  ['Renée', 'de la Cruz', 'Atelier Émeraude', 'renee@emeraude.example', '06 12 34 56 78', '69002', '06/06/1988', '37'],
  ['Łukasz', 'Kowalski', 'Kanzlei Weiß', 'lukasz@weiss.example', '+48 512 345 678', '00-950', '01/01/1969', '43'],
  ['Siobhán', 'Taylor', '', 'siobhan@taylor.example', '07400 123456', 'LS1 4AP', '08/09/1995', '40'],
];

/** Rows that something is wrong with, by their place in the file. */
const ODD: Record<number, { email: string; mobile: string }> = {
  317: { email: '', mobile: '12' },
  401: { email: 'anna@', mobile: '' },
  500: { email: 'felix@haas.example', mobile: '0151 23' },
  770: { email: '', mobile: '' },
  901: { email: 'kaethe@suess.example', mobile: '' },
};

const ROWS = 1204;

function member(index: number): string[] {
  const seed = SEEDS[index % SEEDS.length] ?? [];
  const [first = '', last = '', org = '', email = '', mobile = '', post = '', born = '', shoe = ''] = seed;
  const number = index < SEEDS.length ? '' : String(index);
  const odd = ODD[index];
  const own = number ? email.replace('@', `.${number}@`) : email;
  return [
    first,
    `${last}${number && ` ${number}`}`,
    org,
    odd?.email ?? own,
    odd?.mobile ?? mobile,
    post,
    born,
    shoe,
    String(88_123 + index),
  ];
}

function members(file: string): Sheet {
  const rows = Array.from({ length: ROWS }, (_, index) => member(index));
  return { file, format: 'xlsx', sheets: ['Members', 'Former members'], delimiter: null, raw: [HEADER, ...rows] };
}

const UNREADABLE: Record<string, () => Failure> = {
  'damaged.xlsx': () =>
    new Failure(
      'damaged_file',
      '“damaged.xlsx” is damaged or incomplete: the list of its sheets is missing.',
      'Open it in its own program, save it anew and try again.',
    ),
  'secret.xlsx': () =>
    new Failure('password_protected', '“secret.xlsx” is protected by a password.', 'Save a copy without a password.'),
};

function readText(text: string, wanted: string | null | undefined): Sheet {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [first = ''] = lines;
  const delimiter = wanted ?? ['\t', ';', ','].find((candidate) => first.includes(candidate)) ?? null;
  const raw = lines.map((line) => (delimiter ? line.split(delimiter) : [line]).map((cell) => cell.trim()));
  return { file: 'pasted rows', format: 'txt', sheets: [], delimiter, raw };
}

export function readSource(source: ImportSource, options: ReadOptions): Sheet {
  if (source.kind === 'text') return readText(source.text, options.delimiter);
  const file = source.path.split('/').pop() ?? source.path;
  const unreadable = UNREADABLE[file];
  if (unreadable) throw unreadable();
  const sheet = members(file);
  if (options.sheet === 'Former members') return { ...sheet, raw: [HEADER] };
  if (file.endsWith('.csv')) return { ...sheet, format: 'csv', sheets: [], delimiter: options.delimiter ?? ';' };
  return sheet;
}
