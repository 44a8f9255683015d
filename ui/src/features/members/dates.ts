// Days and amounts as they are typed in a form, in the window's language, and as the core takes them.
import { useFormats } from '@/features/fields/values/formats';

const DAY = { type: 'date', options: [], currency: null } as const;

export function useTyped() {
  const formats = useFormats();
  return {
    /** A typed day; nothing where nothing is typed. */
    day: (text: string): string | null => (text.trim() ? formats.kept(DAY as never, text) : null),
    /** A typed amount, with its currency. */
    amount: (text: string, currency: string): string =>
      formats.kept({ type: 'money', options: [], currency } as never, text),
    /** An amount as it stands in a field to be edited. */
    shownAmount: (kept: string, currency: string): string =>
      formats.typed({ type: 'money', options: [], currency } as never, kept),
  };
}
