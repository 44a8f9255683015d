// The list's address, its pages, and small sums of the contacts' screens.

import { describe, expect, it } from 'vitest';
import { changed } from '@/components/grid/address';
import { pagesFor } from '@/components/grid/useRows';
import type { Address } from '@/ipc/bindings';
import { queryOf } from './address';
import { fieldsOf } from './NewContact';
import { oneLine } from './profile/Addresses';

const query = (text: string) => queryOf(new URLSearchParams(text));

describe('the address of a list', () => {
  it('says what is shown and in which order', () => {
    expect(query('q=levi&group=3&filter=has+phone&sort=created&desc=1')).toEqual({
      search: 'levi',
      group: 3,
      batch: null,
      filter: 'has phone',
      sort: { field: 'created', descending: true },
    });
  });

  it('means all contacts by name where it says nothing or nonsense', () => {
    const all = { search: '', group: null, batch: null, filter: '', sort: { field: 'name', descending: false } };
    expect(query('')).toEqual(all);
    expect(query('group=x&batch=-1&sort=&desc=yes')).toEqual(all);
  });

  it('sorts by any field, custom ones too', () => {
    expect(query('sort=shoe_size').sort).toEqual({ field: 'shoe_size', descending: false });
  });

  it('keeps the rest when one thing changes, and drops what is as always', () => {
    const params = new URLSearchParams('q=levi&panel=12');
    expect(changed(params, { q: '' }).toString()).toBe('panel=12');
    expect(changed(params, { sort: 'email', desc: true }).toString()).toBe('q=levi&panel=12&sort=email&desc=1');
    expect(changed(params, { panel: null, desc: false }).toString()).toBe('q=levi');
  });
});

describe('the pages of a list', () => {
  it('are those around what is drawn, but for the first, which is always there', () => {
    expect(pagesFor(0, 30, 1000)).toEqual([]);
    expect(pagesFor(50, 80, 1000)).toEqual([1]);
    expect(pagesFor(230, 265, 1000)).toEqual([1, 2, 3]);
    expect(pagesFor(999_980, 1_000_000, 1_000_000)).toEqual([9999]);
    expect(pagesFor(0, 0, 0)).toEqual([]);
  });
});

it('takes what holds an @ for an e-mail and the rest for a phone', () => {
  expect(fieldsOf({ first: ' Ada ', last: '', point: 'ada@x.example' })).toEqual([
    { field: 'first_name', value: 'Ada' },
    { field: 'email', value: 'ada@x.example' },
  ]);
  expect(fieldsOf({ first: '', last: '', point: '050 123' })).toEqual([{ field: 'phone', value: '050 123' }]);
});

it('writes an address in one line', () => {
  const address = { street: 'Herzl 12', street2: null, city: 'Haifa', region: null, postcode: '33031', country: 'IL' };
  expect(oneLine({ ...address, full_address: null } as Address, () => 'Israel')).toBe('Herzl 12, 33031 Haifa, Israel');
});
