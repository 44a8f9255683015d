// The double's answer to what the values of the columns are read as: names of two words, joined columns, countries and the
// options of lists. Only as clever as the page needs.
import type { ColumnMapping, ColumnValues, Field, ImportRequest, ImportValues, ValueSeen } from '../bindings';
import { headerRow } from './importReport';
import { readSource } from './importSources';

const COUNTRIES: Record<string, string> = { germany: 'DE', deutschland: 'DE', israel: 'IL', france: 'FR', uk: 'GB' };
const REPEATED = /^(email|phone|fax|website|groups|tags)/;

type Cells = (mapping: ColumnMapping) => string[];

function samples(position: number, split: boolean | null, values: ValueSeen[]): ColumnValues {
  return { position, kind: 'parts', split, distinct: 0, unknown: 0, choices: [], can_add: false, values };
}

function nameParts(mapping: ColumnMapping, split: boolean, cells: Cells): ColumnValues {
  const seen = cells(mapping)
    .filter((value) => value.includes(' '))
    .slice(0, 5)
    .map((value) => {
      const [first = '', ...last] = value.split(' ');
      const parts = [
        { field: 'first_name', value: first },
        { field: 'last_name', value: last.join(' ') },
      ];
      return { value, count: 1, understood: true, means: split ? parts : [{ field: 'full_name', value }] };
    });
  return samples(mapping.position, split, seen);
}

function joined(all: ColumnMapping[], cells: Cells): ColumnValues {
  const columns = all.map((mapping) => ({ cells: cells(mapping), separator: mapping.separator ?? ' ' }));
  const [first] = columns;
  const seen = (first?.cells ?? []).slice(0, 5).map((_, row) => {
    const value = columns.reduce(
      (text, { cells: own, separator }) => (text ? `${text}${separator}` : '') + own[row],
      '',
    );
    return { value, count: 1, understood: true, means: [{ field: all[0]?.field ?? '', value }] };
  });
  return samples(all[0]?.position ?? 1, null, seen);
}

function choices(mapping: ColumnMapping, kind: string, known: (value: string) => string | undefined, cells: Cells) {
  const counts = new Map<string, number>();
  for (const value of cells(mapping).filter(Boolean)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts].map(([value, count]): ValueSeen => {
    const rule = mapping.values?.find((other) => other.value === value);
    const read = rule ? (rule.becomes ?? undefined) : known(value);
    const means = read === undefined ? [] : [{ field: mapping.field ?? '', value: read }];
    return { value, count, understood: rule !== undefined || read !== undefined, means };
  });
  values.sort(
    (a, b) => Number(known(a.value) !== undefined) - Number(known(b.value) !== undefined) || b.count - a.count,
  );
  const unknown = values.filter(({ understood }) => !understood).length;
  return {
    position: mapping.position,
    kind,
    split: null,
    distinct: values.length,
    unknown,
    choices: [],
    can_add: false,
    values,
  };
}

export function valuesOf(request: ImportRequest, fields: Field[]): ImportValues {
  const { raw } = readSource(request.source, request.options);
  const rows = raw.slice(headerRow(raw, request.options.header_row));
  const cells: Cells = ({ position }) => rows.map((row) => row[position - 1] ?? '');
  const given = request.mapping.filter(({ field }) => field && field !== 'ignore');
  const hasFirst = given.some(({ field }) => field === 'first_name');
  const columns = given.flatMap((mapping): ColumnValues[] => {
    const same = given.filter(({ field }) => field === mapping.field && !REPEATED.test(field ?? ''));
    if (same.length > 1) return same[0] === mapping ? [joined(same, cells)] : [];
    if (mapping.field === 'full_name') return [nameParts(mapping, mapping.split ?? !hasFirst, cells)];
    if (mapping.field === 'country') return [choices(mapping, 'country', (v) => COUNTRIES[v.toLowerCase()], cells)];
    const field = fields.find(({ code, custom }) => custom && code === mapping.field);
    if (!field || field.options.length === 0) return [];
    const known = (value: string) => field.options.find((option) => option.toLowerCase() === value.toLowerCase());
    const list = field.options.map((value) => ({ value }));
    return [{ ...choices(mapping, 'list', known, cells), choices: list, can_add: true }];
  });
  return { rows: rows.length, complete: true, columns };
}
