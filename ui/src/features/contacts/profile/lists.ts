// The long lists that a field is chosen from: languages and time zones, in the window's language.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterSection } from '@/components/FilterList';

/** ISO 639 codes of the languages that offices meet; another one that a file brought is shown as it came. */
const LANGUAGES = (
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ku ' +
  'ky lb lo lt lv mk ml mn mr ms mt my nb ne nl pa pl ps pt ro ru sk sl so sq sr sv sw ta te th ti tk tr uk ur uz vi yi zh zu'
).split(' ');

export function useLanguageSections(): FilterSection[] {
  const { language } = useTranslation().i18n;
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'language' });
    const { compare } = new Intl.Collator(language);
    const items = LANGUAGES.map((id) => {
      const own = new Intl.DisplayNames([id], { type: 'language' }).of(id) ?? id;
      return { id, label: names.of(id) ?? id, words: `${own} ${id}` };
    });
    return [{ id: 'languages', title: null, items: items.sort((a, b) => compare(a.label, b.label)) }];
  }, [language]);
}

/** The zones by their cities, the part of the world behind: "Jerusalem, Asia". */
export function useTimeZoneSections(): FilterSection[] {
  return useMemo(() => {
    const items = Intl.supportedValuesOf('timeZone').map((id) => {
      const [area = '', ...city] = id.replaceAll('_', ' ').split('/');
      return { id, label: city.at(-1) ?? area, words: id, aside: city.length > 0 ? area : null };
    });
    return [{ id: 'zones', title: null, items: items.sort((a, b) => (a.label < b.label ? -1 : 1)) }];
  }, []);
}
