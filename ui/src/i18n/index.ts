// The window's languages. A language is a folder here with one file per namespace: adding `de/` with the files of `en/` is
// all that a new language needs. Texts that are missing in a language fall back to English; a test keeps that from happening.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

type Texts = Record<string, unknown>;

const files = import.meta.glob<Texts>('./*/*.json', { eager: true, import: 'default' });

function collect(): Record<string, Record<string, Texts>> {
  const resources: Record<string, Record<string, Texts>> = {};
  for (const [path, texts] of Object.entries(files)) {
    const [, language = '', namespace = ''] = path.match(/^\.\/([^/]+)\/([^/]+)\.json$/) ?? [];
    const ofLanguage = resources[language] ?? {};
    ofLanguage[namespace] = texts;
    resources[language] = ofLanguage;
  }
  return resources;
}

export const resources = collect();

/** The languages that there are texts for, as codes. */
export const languages = Object.keys(resources).sort();

/** The language of the system where there are texts for it, otherwise English. */
export function systemLanguage(): string {
  const wanted = navigator.languages.map((tag) => tag.split('-')[0] ?? '');
  return wanted.find((code) => languages.includes(code)) ?? 'en';
}

/** A language's name in itself ("עברית"), as menus of languages show it. */
export function nameOfLanguage(code: string): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

export async function startI18n(language: string): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
}
