// What a contact has in a field, and what a condition compares it with, in the words of the window's language: a country by
// its name, a state by its word, a day as the language writes it.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryName, useLongDate } from '@/components/numbers';
import { useChoiceWord } from '@/features/contacts/profile/words';
import type { FilterField } from '@/ipc/bindings';

export function useValueWords(): (field: FilterField | undefined, text: string) => string {
  const { t } = useTranslation('filters');
  const countryName = useCountryName();
  const word = useChoiceWord();
  const date = useLongDate();
  return useCallback(
    (field: FilterField | undefined, text: string) => {
      if (field?.shape === 'yes_no' && (text === 'yes' || text === 'no')) return t(text);
      const [day] = /^\d{4}-\d\d-\d\d/.exec(text) ?? [];
      if (field?.shape === 'date' && day) return date(day);
      // A field of the office's own has values of its own.
      if (!field || field.label !== null) return text;
      if (field.shape === 'words') return t(`states.${text as 'active'}`);
      if (field.code.endsWith('country')) return /^[a-z]{2}$/i.test(text) ? countryName(text.toUpperCase()) : text;
      return word(field.code, text);
    },
    [t, countryName, word, date],
  );
}
