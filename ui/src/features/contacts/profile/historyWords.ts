// The words of a change in the history: which field it was, and its values as people read them.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryName, useLongDate } from '@/components/numbers';
import type { FieldChange } from '@/ipc/bindings';
import { useChoiceWord, useLabel } from './words';

/** "Job title, Acme", "Phone, mobile", "Tag". A field of the office's own stays as its code. */
export function useChangedField(): (change: FieldChange) => string {
  const { t, i18n } = useTranslation(['profile', 'organizations']);
  const label = useLabel();
  return useCallback(
    ({ field, of }: FieldChange) => {
      const word = (text: string) => {
        if (i18n.exists(`profile:history.fields.${text}`)) return String(t(`history.fields.${text}` as never));
        if (i18n.exists(`profile:fields.${text}`)) return String(t(`fields.${text}` as never));
        if (i18n.exists(`organizations:columns.${text}`)) return String(t(`organizations:columns.${text}` as never));
        return null;
      };
      const [kind = '', ...rest] = field.split(' ');
      const name = word(field) ?? [word(kind) ?? label(kind), ...rest.map(label)].join(', ');
      return of ? `${name} · ${word(of) ?? label(of)}` : name;
    },
    [t, i18n, label],
  );
}

const DATES: ReadonlySet<string> = new Set([
  'birthday',
  'from',
  'to',
  'created',
  'consent date',
  'joined',
  'membership_cancelled',
  'membership_suspended',
  'membership_resumed',
  'order_cancelled',
]);

export function useChangedValue(): (change: FieldChange, value: string) => string {
  const { t } = useTranslation('profile');
  const date = useLongDate();
  const country = useCountryName();
  const word = useChoiceWord();
  const label = useLabel();
  return useCallback(
    ({ field }: FieldChange, value: string) => {
      if (DATES.has(field)) return date(value);
      if (field === 'country') return country(value);
      if (field === 'label') return value.split(' ').map(label).join(', ');
      if (value === 'yes' || value === 'no') return t(`history.${value}`);
      return word(field, value);
    },
    [t, date, country, word, label],
  );
}
