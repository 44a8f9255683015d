// How backups are told of: sizes, and the time by which one is named.
import { useMemo } from 'react';
import { useLanguage, useLongDate } from '@/components/numbers';
import type { KeptBackup } from '@/ipc/bindings';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** Writes a size in bytes as people do: 12 MB. */
export function useSize(): (bytes: number) => string {
  const language = useLanguage();
  return useMemo(() => {
    return (bytes: number) => {
      const step = bytes >= 1e9 ? 2 : bytes >= 1e6 ? 1 : 0;
      const value = bytes / 1000 ** (step + 1);
      const unit = UNITS[step] as (typeof UNITS)[number];
      const digits = value < 10 ? 1 : 0;
      return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: digits }).format(value);
    };
  }, [language]);
}

/** When a backup was made; the name of its file where it doesn't say. */
export function useBackupTime(): (backup: KeptBackup) => string {
  const longDate = useLongDate();
  return ({ at, name }) => (at ? longDate(at) : name);
}
