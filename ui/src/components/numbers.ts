// Numbers, dates and times as the window's language writes them.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** The window's language with the system's region where they agree, since regions differ in how dates are written. */
export function useLanguage(): string {
  const { language } = useTranslation().i18n;
  return navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
}

/** Writes a number with its thousands: 1,204. */
export function useNumber(): (value: number) => string {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.NumberFormat(language);
    return (value: number) => format.format(value);
  }, [language]);
}

/** Writes the day of a time as lists show it: the year only where it isn't this one. */
export function useShortDate(): (iso: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const thisYear = new Date().getFullYear();
    const near = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
    const far = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' });
    return (iso: string) => {
      const date = new Date(iso);
      if (Number.isNaN(date.getTime())) return iso;
      return (date.getFullYear() === thisYear ? near : far).format(date);
    };
  }, [language]);
}

/** Writes a time with its day, and a plain date (`YYYY-MM-DD`) without a time and in no time zone. */
export function useLongDate(): (iso: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    return (iso: string) => {
      const date = new Date(iso);
      if (Number.isNaN(date.getTime())) return iso;
      return (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? day : time).format(date);
    };
  }, [language]);
}

/** The name of a country by its ISO code; anything else as it is. */
export function useCountryName(): (code: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    return (code: string) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
  }, [language]);
}
