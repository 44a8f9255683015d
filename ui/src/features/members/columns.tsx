// The columns of the list of members.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CellText } from '@/components/grid/CellText';
import type { Column } from '@/components/grid/columns';
import { useMoney } from '@/components/money';
import { useShortDate } from '@/components/numbers';
import { StatusMark } from './StatusMark';
import type { MemberRow } from './useMemberList';
import { firstOf, useEnds } from './words';

/** What each column takes at least, and its share of what is left. */
const WIDTHS = {
  name: [150, 1.6],
  number: [84, 0],
  status: [112, 0],
  type: [112, 1],
  tier: [88, 0.6],
  ends: [120, 0],
  balance: [104, 0],
  joined: [104, 0],
} as const satisfies Record<string, readonly [number, number]>;

export function useMemberColumns(): Column<MemberRow>[] {
  const { t } = useTranslation('members');
  const date = useShortDate();
  const money = useMoney();
  const ends = useEnds();
  return useMemo(() => {
    const column = (id: keyof typeof WIDTHS, render: Column<MemberRow>['render']) => {
      const [min, share] = WIDTHS[id];
      return { id, label: t(`columns.${id}`), min, share, render };
    };
    const typeOf = (member: MemberRow) => {
      const first = firstOf(member);
      const others = member.memberships.length - 1;
      if (!first) return <CellText tone="dim">{t('noMembership')}</CellText>;
      return (
        <CellText tone="quiet">{others > 0 ? t('andMore', { name: first.type, count: others }) : first.type}</CellText>
      );
    };
    return [
      column('name', ({ name }) => <CellText tone="strong">{name}</CellText>),
      column('number', ({ number }) => <CellText tone="quiet">{number}</CellText>),
      column('status', (member) => {
        const first = firstOf(member);
        return first && <StatusMark status={first.status} />;
      }),
      column('type', typeOf),
      column('tier', (member) => <CellText tone="quiet">{firstOf(member)?.tier}</CellText>),
      column('ends', (member) => {
        const first = firstOf(member);
        return first && <CellText tone="quiet">{ends(first)}</CellText>;
      }),
      column('balance', ({ balance }) => (
        <CellText tone={balance.minor > 0 ? 'strong' : 'dim'}>{money(balance)}</CellText>
      )),
      column('joined', ({ joined }) => <CellText tone="dim">{date(joined)}</CellText>),
    ];
  }, [t, date, money, ends]);
}
