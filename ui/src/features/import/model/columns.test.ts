// The rules of a mapping: proposals, numbering, the single field that is given once, and what the core is told.
import { describe, expect, it } from 'vitest';
import {
  ambiguousDates,
  choose,
  columnsOf,
  fieldOf,
  groupsColumn,
  IGNORE,
  OPEN,
  open,
  takeOver,
  toMapping,
} from './columns';
import { ambiguous, book, previewColumn as column, previewOf } from './testing';

const people = columnsOf(
  previewOf([
    column(1, 'Surname', 'last_name'),
    column(2, 'E-mail', 'email'),
    column(3, 'E-mail 2', 'email2'),
    column(4, 'Shoe', null),
    column(5, 'Id', 'ignore'),
  ]),
);

const chosen = (position: number, name: string) => {
  const { columns } = choose(people, position, { kind: 'field', field: name }, book);
  return columns?.map(fieldOf);
};

describe('the mapping', () => {
  it('starts from the proposals, open where there is none', () => {
    expect(people.map(({ choice }) => choice.kind)).toEqual(['field', 'field', 'field', 'open', 'ignore']);
    expect(open(people).map(({ header }) => header)).toEqual(['Shoe']);
  });

  it('numbers a repeatable field that is given once more', () => {
    expect(chosen(4, 'email')).toEqual(['last_name', 'email', 'email2', 'email3', null]);
  });

  it('closes the gap when the first of several is given away', () => {
    const { columns } = choose(people, 2, IGNORE, book);
    expect(columns?.map(fieldOf)).toEqual(['last_name', null, 'email', null, null]);
  });

  it('leaves a column as it is when its own field is chosen again', () => {
    expect(chosen(3, 'email')).toEqual(['last_name', 'email', 'email2', null, null]);
  });

  it('refuses a single field a second time and says who has it', () => {
    const answer = choose(people, 4, { kind: 'field', field: 'last_name' }, book);
    expect(answer).toEqual({ columns: null, clash: { position: 4, field: 'last_name', takenBy: 1 } });
  });

  it('gives the field to the column that asked, on demand, and opens the other one', () => {
    const columns = takeOver(people, { position: 4, field: 'last_name', takenBy: 1 });
    expect(columns[0]?.choice).toEqual(OPEN);
    expect(columns[3]?.choice).toEqual({ kind: 'field', field: 'last_name' });
  });

  it('keeps decisions when the same columns are looked at again, and only those', () => {
    const { columns } = choose(people, 4, { kind: 'new', label: 'Shoe size' }, book);
    const again = columnsOf(previewOf([column(1, 'Nachname', 'last_name'), column(4, 'Shoe', null)]), columns ?? []);
    expect(again.map(({ choice }) => choice.kind)).toEqual(['field', 'new']);
    const others = columnsOf(previewOf([column(4, 'Hat', null)]), columns ?? []);
    expect(others[0]?.choice).toEqual(OPEN);
  });

  it('tells the core about every column, so that none falls back to its proposal', () => {
    const { columns } = choose(people, 4, { kind: 'new', label: 'Shoe size' }, book);
    const told = toMapping(columns ?? []).map(({ field, new_field }) => new_field ?? field);
    expect(told).toEqual(['last_name', 'email', 'email2', 'Shoe size', 'ignore']);
    expect(toMapping(people)[3]).toMatchObject({ position: 4, field: null, new_field: null });
    expect(toMapping(people)[4]).toMatchObject({ position: 5, field: 'ignore' });
  });

  it('asks about ambiguous dates only where the column is used', () => {
    const dates = columnsOf(
      previewOf([column(1, 'Born', 'birthday', { dates: ambiguous }), column(2, 'Seen', null, { dates: ambiguous })]),
    );
    expect(ambiguousDates(dates).map(({ header }) => header)).toEqual(['Born']);
  });

  it('finds the column that names the groups', () => {
    expect(groupsColumn(people)).toBeUndefined();
    expect(groupsColumn(columnsOf(previewOf([column(1, 'List', 'groups')])))?.header).toBe('List');
  });
});
