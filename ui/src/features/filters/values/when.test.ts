import { describe, expect, it } from 'vitest';
import { isWhole, lengthOf, lengthText, whenOf, whenText } from './when';

describe('days and spans', () => {
  it.each(['2026-12-31', 'today', '30 days ago', '1 week from now', ''])('come back as they were read: %s', (text) => {
    expect(whenText(whenOf(text))).toBe(text);
  });

  it.each(['30 days', '1 month', '2 years'])('come back as they were read: %s', (text) => {
    expect(lengthText(lengthOf(text))).toBe(text);
  });

  it('keep their unit while the amount is being typed, and are not whole meanwhile', () => {
    const text = whenText({ kind: 'ago', amount: '', unit: 'months' });
    expect(whenOf(text)).toEqual({ kind: 'ago', amount: '', unit: 'months' });
    expect(isWhole(text)).toBe(false);
    expect(isWhole(lengthText({ amount: '', unit: 'days' }))).toBe(false);
    expect(isWhole('3 days ago')).toBe(true);
  });
});
