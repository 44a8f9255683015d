import { describe, expect, it } from 'vitest';
import type { Failure } from '@/ipc/failure';
import { fits, joined, listOf } from './fits';
import { formatsOf, type Shape } from './formats';

const of = (type: string): Shape => ({ type, options: ['Red', 'Green, dark'], currency: 'EUR' });
const english = formatsOf('en-US', { yes: 'Yes', no: 'No' });
const german = formatsOf('de-DE', { yes: 'Ja', no: 'Nein' });
const hebrew = formatsOf('he-IL', { yes: 'כן', no: 'לא' });

const refusal = (run: () => unknown) => {
  try {
    return run();
  } catch (reason) {
    return (reason as Failure).code;
  }
};

describe('values', () => {
  it('are shown as the language writes them', () => {
    expect(english.shown(of('number'), '-1234567.25')).toBe('-1,234,567.25');
    expect(german.shown(of('number'), '1234567.25')).toBe('1.234.567,25');
    expect(german.shown(of('money'), '1250.50 EUR').replace(/\s/u, ' ')).toBe('1.250,50 €');
    expect(english.shown(of('date'), '2026-12-31')).toBe('December 31, 2026');
    expect(hebrew.shown(of('yes_no'), 'yes')).toBe('כן');
    expect(english.shown(of('many_of'), 'Red, "Green, dark"')).toBe('Red, Green, dark');
    expect(english.shown(of('number'), 'tall')).toBe('tall');
  });

  it('are typed as the language writes them and kept in one form', () => {
    expect(german.kept(of('number'), '1.234,5')).toBe('1234.5');
    expect(english.kept(of('number'), '1,234.5')).toBe('1234.5');
    expect(german.kept(of('money'), '12,50')).toBe('12.50 EUR');
    expect(german.kept(of('money'), '$ 1.250')).toBe('1250 $');
    expect(german.kept(of('date'), '3.4.2026')).toBe('2026-04-03');
    expect(english.kept(of('date'), '3/4/26')).toBe('2026-03-04');
    expect(english.kept(of('date'), '4 March 2026')).toBe('4 March 2026');
    expect(english.kept(of('date'), '2026-03-04')).toBe('2026-03-04');
    expect(english.kept(of('text'), '  a b ')).toBe('a b');
    expect(english.kept(of('number'), '  ')).toBe('');
  });

  it('come back from the field as they went in', () => {
    for (const formats of [english, german, hebrew]) {
      for (const [type, kept] of [
        ['number', '-1234.5'],
        ['number', '0.001'],
        ['money', '-1250.50 EUR'],
        ['money', '5.00 USD'],
        ['date', '2026-12-31'],
      ] as const)
        expect(formats.kept(of(type), formats.typed(of(type), kept))).toBe(kept);
    }
  });

  it('are refused where they say no number', () => {
    expect(refusal(() => english.kept(of('number'), 'many'))).toBe('invalid_number');
    expect(refusal(() => english.kept(of('money'), 'a lot'))).toBe('invalid_money');
  });

  it('are marked where they are none of their field', () => {
    expect(fits(of('number'), '12.5') && fits(of('money'), '12.50 EUR') && fits(of('text'), 'x')).toBe(true);
    expect(fits(of('many_of'), 'Red, "Green, dark"')).toBe(true);
    for (const [type, value] of [
      ['number', 'tall'],
      ['date', 'soon'],
      ['one_of', 'Blue'],
      ['many_of', 'Red, Blue'],
      ['url', 'x'],
    ] as const)
      expect(fits(of(type), value)).toBe(false);
  });

  it('of a list are taken apart and joined', () => {
    expect(listOf('Red, "Green, dark"')).toEqual(['Red', 'Green, dark']);
    expect(joined(['Red', 'Green, dark'])).toBe('Red, "Green, dark"');
    expect(listOf('')).toEqual([]);
  });
});
