// Why the core refused a part of a field. It says it in English and more exactly; other languages have words for each part.
import { useTranslation } from 'react-i18next';
import { useFailureText } from '@/components/failures';
import type { Failure } from '@/ipc/failure';

export function useRefusal(failure: Failure | null, parts: readonly string[]) {
  const { t, i18n } = useTranslation('fields');
  const inWords = useFailureText();
  const inEnglish = i18n.language.startsWith('en');
  const refusal = (part: string): string | null => {
    const found = failure?.fields.find(({ field }) => field === part);
    if (!found) return null;
    return inEnglish ? found.message : t(`refused.${part}` as 'refused.label');
  };
  const isShown = failure?.fields.some(({ field }) => parts.includes(field)) ?? false;
  const rest = failure && !isShown ? inWords(failure).message : null;
  return { refusal, rest };
}
