// Amounts of money as the window's language writes them.
import { useMemo } from 'react';
import type { Amount } from '@/ipc/bindings';
import { useLanguage } from './numbers';

/** ISO 4217 for "no currency". */
const NONE = 'XXX';

/** The decimals of a currency: two for euros, none for yen. */
function decimalsOf(format: Intl.NumberFormat): number {
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount as the core takes it: `12.50 EUR`. */
export function written({ minor, currency }: Amount): string {
  const decimals = decimalsOf(new Intl.NumberFormat('en', { style: 'currency', currency }));
  return `${(minor / 10 ** decimals).toFixed(decimals)} ${currency}`;
}

export function useMoney(): (amount: Amount) => string {
  const language = useLanguage();
  return useMemo(() => {
    const formats = new Map<string, Intl.NumberFormat>();
    return ({ minor, currency }: Amount) => {
      if (currency === NONE) return '';
      const format = formats.get(currency) ?? new Intl.NumberFormat(language, { style: 'currency', currency });
      formats.set(currency, format);
      return format.format(minor / 10 ** decimalsOf(format));
    };
  }, [language]);
}
