// Ranges against the plain set of numbers that they stand for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, has, indexes, type Ranges, remove, size, toggle } from './ranges';

const SPACE = 60;
const step = fc.record({
  kind: fc.constantFrom('add' as const, 'remove' as const, 'toggle' as const),
  from: fc.nat(SPACE),
  length: fc.nat(12),
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function onRanges(ranges: Ranges, { kind, from, length }: Step): Ranges {
  if (kind === 'toggle') return toggle(ranges, from);
  return kind === 'add' ? add(ranges, from, from + length) : remove(ranges, from, from + length);
}

function onSet(set: Set<number>, { kind, from, length }: Step): Set<number> {
  const next = new Set(set);
  if (kind === 'toggle') {
    if (!next.delete(from)) next.add(from);
    return next;
  }
  for (let index = from; index < from + length; index += 1) {
    if (kind === 'add') next.add(index);
    else next.delete(index);
  }
  return next;
}

describe('ranges', () => {
  it('hold what a set of numbers would hold after any steps', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const ranges = steps.reduce(onRanges, [] as Ranges);
        const set = steps.reduce(onSet, new Set<number>());
        expect(indexes(ranges, 1000)).toEqual([...set].sort((a, b) => a - b));
        expect(size(ranges)).toBe(set.size);
        for (let index = 0; index < SPACE + 15; index += 1) expect(has(ranges, index)).toBe(set.has(index));
      }),
    );
  });

  it('stay sorted, disjoint and without gaps between neighbours', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const ranges = steps.reduce(onRanges, [] as Ranges);
        for (const [position, [from, to]] of ranges.entries()) {
          expect(from).toBeLessThan(to);
          const next = ranges[position + 1];
          if (next) expect(next[0]).toBeGreaterThan(to);
        }
      }),
    );
  });

  it('list no more indexes than asked for', () => {
    expect(indexes([[0, 1_000_000]], 3)).toEqual([0, 1, 2]);
  });
});
