// Names of points and addresses in the window's language: "Mobile", "E-mail"; a label of the office's own stays as it is.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Point } from '@/ipc/bindings';

/** Puts a label into words, or answers it as it is. */
export function useLabel(): (label: string) => string {
  const { t, i18n } = useTranslation('profile');
  return useCallback(
    (label: string) => (i18n.exists(`profile:labels.${label}`) ? t(`labels.${label}` as never) : label),
    [t, i18n],
  );
}

export function usePointLabel(): (point: Point) => string {
  const inWords = useLabel();
  return useCallback(({ kind, label }: Point) => inWords(label ?? kind), [inWords]);
}
