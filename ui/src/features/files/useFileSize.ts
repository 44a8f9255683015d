// The size of a file as people say it: 482 kB, 3.2 MB.
import { useMemo } from 'react';
import { useLanguage } from '@/components/numbers';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function useFileSize(): (bytes: number) => string {
  const language = useLanguage();
  return useMemo(() => {
    const formats = UNITS.map(
      (unit) =>
        new Intl.NumberFormat(language, {
          style: 'unit',
          unit,
          unitDisplay: unit === 'byte' ? 'long' : 'short',
          maximumFractionDigits: 1,
        }),
    );
    return (bytes: number) => {
      const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
      const value = bytes / 1000 ** power;
      return formats[power]?.format(value < 10 ? value : Math.round(value)) ?? String(bytes);
    };
  }, [language]);
}
