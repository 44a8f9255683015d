import { expect, test } from 'vitest';
import { guessCountry } from './country';

test('the first language that names a country decides, else the likeliest country of the first', () => {
  expect(guessCountry(['en', 'de-AT'])).toBe('AT');
  expect(guessCountry(['he'])).toBe('IL');
});

test('what is not a language is no country: a Linux system without one calls it C', () => {
  expect(guessCountry(['C'])).toBeNull();
  expect(guessCountry(['C', 'fr-BE'])).toBe('BE');
  expect(guessCountry([])).toBeNull();
});
