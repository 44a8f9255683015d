// The names of things in the window's language: columns without a header, fields with their place and number, and what is
// wrong with a value.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type FailureText, useFailureText } from '@/components/failures';
import type { Problem } from '@/ipc/bindings';
import { toFailure } from '@/ipc/failure';
import { type FieldBook, parseFieldName } from './model/fieldNames';

/** A column's header, or its number where it has none. */
export function useHeader(): (header: string, position: number) => string {
  const { t } = useTranslation('import');
  return useCallback((header: string, position: number) => header.trim() || t('column', { position }), [t]);
}

const PLACED = /^(work|home|mailing|billing|other)_(.+)$/;

/** A field's name as people read it: "E-mail", "E-mail 2", "Street, home". Custom fields carry their own label. */
export function useFieldLabel(book: FieldBook): (name: string) => string {
  const { t, i18n } = useTranslation('import');
  return useCallback(
    (name: string) => {
      const { base, number } = parseFieldName(name, book);
      const field = book.byCode.get(base);
      const translated = (code: string) =>
        i18n.exists(`import:fieldNames.${code}`) ? String(t(`fieldNames.${code}` as never)) : null;
      const placed = () => {
        const [, place, code = ''] = base.match(PLACED) ?? [];
        const label = translated(code);
        return place && label
          ? t(`fields.place.${place as 'work' | 'home' | 'mailing' | 'billing' | 'other'}`, { field: label })
          : null;
      };
      const own = field?.custom ? field.label : null;
      const label = own ?? translated(base) ?? placed() ?? field?.label ?? base;
      return number > 1 ? `${label} ${number}` : label;
    },
    [book, t, i18n],
  );
}

export type ProblemWords = { why: string; hint: string };

/**
 * Why a value was refused and what to do. The core says it in English, and more exactly than by its code; other languages
 * have words for each code.
 */
export function useProblemWords(): (problem: Pick<Problem, 'code' | 'reason' | 'hint'>) => ProblemWords {
  const { t, i18n } = useTranslation('import');
  return useCallback(
    ({ code, reason, hint }) => {
      const known = i18n.exists(`import:problems.${code}.why`);
      if (i18n.language.startsWith('en') || !known) return { why: reason, hint };
      return { why: t(`problems.${code}.why` as never), hint: t(`problems.${code}.hint` as never) };
    },
    [t, i18n],
  );
}

/** What a count is about, by its code: "No phone and no e-mail", "Numbers that a spreadsheet had damaged". */
export function useCodeWords(): (code: string, of: 'problems' | 'repairs') => string {
  const { t, i18n } = useTranslation('import');
  return useCallback(
    (code: string, of: 'problems' | 'repairs') => {
      const key = of === 'problems' ? `problems.${code}.why` : `repairs.${code}`;
      return i18n.exists(`import:${key}`) ? String(t(key as never)) : code.replaceAll('_', ' ');
    },
    [t, i18n],
  );
}

/** Why an undo kept a contact ("edited since"), in the window's language where it has words for it. */
export function useKeptReason(): (reason: string) => string {
  const { t, i18n } = useTranslation('import');
  return useCallback(
    (reason: string) => {
      const key = `kept.${reason.replaceAll(' ', '_')}`;
      return i18n.exists(`import:${key}`) ? t(key as never) : reason;
    },
    [t, i18n],
  );
}

/**
 * Why a file could not be read or imported. The core says it in English, with the file's name and what is damaged; other
 * languages have words for each code.
 */
export function useFileFailure(): (reason: unknown) => FailureText {
  const { t, i18n } = useTranslation('import');
  const inWords = useFailureText();
  return useCallback(
    (reason: unknown) => {
      const { code } = toFailure(reason);
      const known = i18n.exists(`import:fileErrors.${code}.message`);
      if (i18n.language.startsWith('en') || !known) return inWords(reason);
      return { message: t(`fileErrors.${code}.message` as never), hint: t(`fileErrors.${code}.hint` as never) };
    },
    [t, i18n, inWords],
  );
}
