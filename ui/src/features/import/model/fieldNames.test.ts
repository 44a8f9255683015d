// The names of fields: taken apart, put together, numbered.
import { describe, expect, it } from 'vitest';
import { formatFieldName, isRepeatable, nextFreeName, parseFieldName, renumber } from './fieldNames';
import { book } from './testing';

describe('field names', () => {
  it.each([
    ['email', { base: 'email', number: 1 }],
    ['email3', { base: 'email', number: 3 }],
    ['email12', { base: 'email', number: 12 }],
    ['work_email2', { base: 'work_email', number: 2 }],
    ['street2', { base: 'street2', number: 1 }],
    ['phone_mobile2', { base: 'phone_mobile', number: 2 }],
    ['unheard_of7', { base: 'unheard_of7', number: 1 }],
  ])('%s is taken apart and put together again', (name, parts) => {
    expect(parseFieldName(name, book)).toEqual(parts);
    expect(formatFieldName(parseFieldName(name, book))).toBe(name);
  });

  it('knows repeatable fields under any number', () => {
    expect(isRepeatable('work_email2', book)).toBe(true);
    expect(isRepeatable('street', book)).toBe(false);
  });

  it('numbers the next one and leaves other fields alone', () => {
    expect(nextFreeName('email', [], book)).toBe('email');
    expect(nextFreeName('email', ['email', 'email2', 'work_email'], book)).toBe('email3');
    expect(nextFreeName('work_email', ['email', 'work_email'], book)).toBe('work_email2');
  });

  it('never makes the name of another field by numbering', () => {
    expect(nextFreeName('street', ['street'], book)).toBe('street3');
  });

  it('closes gaps in the order of the numbers', () => {
    const renamed = renumber('email', ['email5', 'email3', 'work_email2'], book);
    expect(Object.fromEntries(renamed)).toEqual({ email3: 'email', email5: 'email2' });
  });
});
