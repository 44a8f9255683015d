import { expect, it } from 'vitest';
import { moved } from './order';

const codes = ['a', 'b', 'c', 'd'];

it('moves a field before or after another one', () => {
  expect(moved(codes, ['d'], 'b', false)).toEqual(['a', 'd', 'b', 'c']);
  expect(moved(codes, ['a'], 'c', true)).toEqual(['b', 'c', 'a', 'd']);
  expect(moved(codes, ['a'], 'd', true)).toEqual(['b', 'c', 'd', 'a']);
});

it('moves several together and loses none', () => {
  expect(moved(codes, ['c', 'a'], 'd', true)).toEqual(['b', 'd', 'a', 'c']);
  expect(moved(codes, ['b'], 'b', true)).toEqual(codes);
});
