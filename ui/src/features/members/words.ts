// What lists and panels say of a member: the membership that counts first, when it ends, what is owed.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoney } from '@/components/money';
import { useShortDate } from '@/components/numbers';
import type { Amount, Member, MemberMembership, MembershipStatus } from '@/ipc/bindings';

/** From the best to the last, as the core orders them. */
const BEST: MembershipStatus[] = ['current', 'grace', 'pending', 'suspended', 'lapsed', 'cancelled', 'deceased'];

/** The membership that a list shows of a member: the one that stands best, then the one that ends last. */
export function firstOf({ memberships }: Member): MemberMembership | undefined {
  const rank = (one: MemberMembership) => BEST.indexOf(one.status);
  const lasting = (one: MemberMembership) => one.end ?? '9999';
  return [...memberships].sort((a, b) => rank(a) - rank(b) || lasting(b).localeCompare(lasting(a)))[0];
}

/** The last day, or what stands in its place. */
export function useEnds(): (one: MemberMembership) => string {
  const { t } = useTranslation('members');
  const date = useShortDate();
  return useCallback(
    ({ end, issues_left, status }: MemberMembership) => {
      if (issues_left !== null) return t('issuesLeft', { count: issues_left });
      if (end !== null) return date(end);
      return status === 'deceased' ? '' : t('never');
    },
    [t, date],
  );
}

/** What is owed or in credit, in words. */
export function useBalance(): (balance: Amount) => string {
  const { t } = useTranslation('members');
  const money = useMoney();
  return useCallback(
    (balance: Amount) => {
      if (balance.minor === 0) return t('settled');
      const amount = money({ ...balance, minor: Math.abs(balance.minor) });
      return balance.minor > 0 ? t('owes', { amount }) : t('credit', { amount });
    },
    [t, money],
  );
}
