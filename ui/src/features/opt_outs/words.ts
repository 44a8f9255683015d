// Opt-outs and refusals in words.
import { useTranslation } from 'react-i18next';
import { useShortDate } from '@/components/numbers';
import type { Initiative, LeftOut, Refusal } from '@/ipc/bindings';

type OptedOut = { since: string | null; initiative: Initiative | null };

/** "Opted out since 3 May, at their wish". */
export function useSinceText(): (of: OptedOut) => string {
  const { t } = useTranslation('opt_outs');
  const date = useShortDate();
  return ({ since, initiative }) => {
    const day = since ? date(since) : '';
    return initiative ? t(`since.${initiative}`, { date: day }) : t('since.unknown', { date: day });
  };
}

const REFUSALS = ['opted_out', 'do_not_contact', 'deceased', 'no_address'] as const satisfies Refusal[];

/** "8 opted out, 2 do not contact": how many were left out, by reason. */
export function useLeftOutText(): (left: LeftOut) => string {
  const { t } = useTranslation('opt_outs');
  return (left) =>
    REFUSALS.filter((refusal) => left[refusal] > 0)
      .map((refusal) => t(`leftOut.${refusal}`, { count: left[refusal] }))
      .join(', ');
}

export const totalOf = (left: LeftOut) => REFUSALS.reduce((sum, refusal) => sum + left[refusal], 0);
