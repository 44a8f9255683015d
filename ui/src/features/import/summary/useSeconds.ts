// Durations as people say them: "0.4 s", "12 s", "3 min".
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

const MINUTE = 60;

export function useSeconds(): (seconds: number) => string {
  const { i18n } = useTranslation('import');
  const language = i18n.language;
  return useCallback(
    (seconds: number) => {
      const inMinutes = seconds >= 2 * MINUTE;
      const value = inMinutes ? Math.round(seconds / MINUTE) : seconds;
      return new Intl.NumberFormat(language, {
        style: 'unit',
        unit: inMinutes ? 'minute' : 'second',
        unitDisplay: 'short',
        maximumFractionDigits: value < 10 && !inMinutes ? 1 : 0,
      }).format(value);
    },
    [language],
  );
}
