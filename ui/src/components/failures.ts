// How a failed call is told to people: words of the window's language where there are some for the code, otherwise the
// core's own English message and hint.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '@/ipc/failure';
import { showToast } from './Toast';

export type FailureText = { message: string; hint: string | null };

/** Puts a failure into words. */
export function useFailureText(): (reason: unknown) => FailureText {
  const { t, i18n } = useTranslation('errors');
  return useCallback(
    (reason: unknown) => {
      const { code, message, hint, params } = toFailure(reason);
      const known = i18n.exists(`errors:${code}.message`);
      if (!known) return { message, hint };
      const words = (part: 'message' | 'hint') => String(t(`${code}.${part}` as never, params as never));
      return { message: words('message'), hint: i18n.exists(`errors:${code}.hint`) ? words('hint') : hint };
    },
    [t, i18n],
  );
}

/** Shows a failure as a toast; a cancelled call shows nothing. */
export function useShowFailure(): (reason: unknown) => void {
  const inWords = useFailureText();
  return useCallback(
    (reason: unknown) => {
      if (toFailure(reason).cancelled) return;
      const { message, hint } = inWords(reason);
      showToast({ title: message, detail: hint, tone: 'bad' });
    },
    [inWords],
  );
}
