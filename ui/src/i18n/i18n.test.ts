// Every text exists in every language, with the plural forms that the language has, and every key that the code names exists.
import { describe, expect, it } from 'vitest';
import { languages, resources } from '.';

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'];

function keysOf(texts: unknown, path = ''): string[] {
  if (typeof texts !== 'object' || texts === null) return [path];
  return Object.entries(texts).flatMap(([key, value]) => keysOf(value, path ? `${path}.${key}` : key));
}

const form = (key: string) => PLURALS.find((plural) => key.endsWith(`_${plural}`));
const base = (key: string) => key.slice(0, key.length - (form(key)?.length ?? -1) - 1);

/** The keys of a namespace without their plural forms, and for each plural key its forms. */
function shape(texts: unknown) {
  const plurals = new Map<string, string[]>();
  const plain = new Set<string>();
  for (const key of keysOf(texts)) {
    const found = form(key);
    if (found) plurals.set(base(key), [...(plurals.get(base(key)) ?? []), found]);
    else plain.add(key);
  }
  return { plain: [...plain].sort(), plurals };
}

const others = languages.filter((language) => language !== 'en');
const namespaces = Object.keys(resources.en ?? {});

describe.each(others)('the texts in %s', (language) => {
  it('has the namespaces of English', () => {
    expect(Object.keys(resources[language] ?? {}).sort()).toEqual([...namespaces].sort());
  });

  it.each(namespaces)('has every text of %s', (namespace) => {
    const english = shape(resources.en?.[namespace]);
    const translated = shape(resources[language]?.[namespace]);
    expect(translated.plain).toEqual(english.plain);
    expect([...translated.plurals.keys()].sort()).toEqual([...english.plurals.keys()].sort());
  });

  it.each(namespaces)('has the plural forms that the language has in %s', (namespace) => {
    const wanted = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
    for (const [key, forms] of shape(resources[language]?.[namespace]).plurals) {
      expect({ key, forms: forms.sort() }).toEqual({ key, forms: wanted });
    }
  });
});

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** The keys that a file names literally, each with the namespaces that it may be found in. */
function usedKeys(source: string): { key: string; namespaces: string[] }[] {
  const named = [...source.matchAll(/useTranslation\(\s*(?:\[([^\]]*)\]|'([^']*)')?\s*\)/g)].flatMap((match) =>
    (match[1] ?? match[2] ?? 'common').split(',').map((name) => name.trim().replaceAll("'", '') || 'common'),
  );
  return [...source.matchAll(/\bt\('([^'$]+)'/g)].map(([, key = '']) => {
    const [namespace, rest] = key.split(':');
    return rest ? { key: rest, namespaces: [namespace ?? ''] } : { key, namespaces: named };
  });
}

describe('the keys that the code names', () => {
  const english = new Map(
    namespaces.map((namespace) => {
      const keys = keysOf(resources.en?.[namespace]);
      return [namespace, new Set([...keys, ...keys.map(base)])];
    }),
  );

  it.each(Object.keys(sources))('exist: %s', (path) => {
    const missing = usedKeys(sources[path] ?? '').filter(
      ({ key, namespaces: places }) => !places.some((place) => english.get(place)?.has(key)),
    );
    expect(missing).toEqual([]);
  });
});
