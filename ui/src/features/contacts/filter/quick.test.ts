// The pieces of a filter.
import { describe, expect, it } from 'vitest';
import { ACTIVE, HAS_EMAIL, named, parts, valueIn, withoutPart, withPart } from './quick';

describe('quick filters', () => {
  it('are joined by "and", each once, and taken away again', () => {
    const filter = withPart(withPart(withPart('', ACTIVE), named('group', 'Board')), ACTIVE);
    expect(filter).toBe('active = yes and group = "Board"');
    expect(withoutPart(filter, ACTIVE)).toBe('group = "Board"');
    expect(withoutPart(withoutPart(filter, ACTIVE), 'group = "Board"')).toBe('');
  });

  it('leave what was typed as one piece', () => {
    const typed = 'country = "IL" or city = "Akko"';
    expect(parts(typed)).toEqual([typed]);
    expect(withPart(typed, HAS_EMAIL)).toBe(`(${typed}) and has email`);
    expect(parts(`(${typed}) and has email`)).toEqual([`(${typed})`, 'has email']);
  });

  it('are not taken in by an "and" in a name or between numbers', () => {
    expect(parts('group = "Salt and Pepper" and id between 1 and 9')).toEqual([
      'group = "Salt and Pepper"',
      'id between 1 and 9',
    ]);
  });

  it('give a name back as it was, quotes and all', () => {
    const name = 'The "Big \\ Five"';
    expect(valueIn(named('tag', name), 'tag')).toBe(name);
    expect(valueIn(named('tag', name), 'group')).toBeNull();
    expect(parts(withPart(ACTIVE, named('tag', name)))).toEqual([ACTIVE, named('tag', name)]);
  });
});
