// The rule of a term as the core writes it (`rolling:12m`), in words and as the parts of a form.
import { useTranslation } from 'react-i18next';

export const KINDS = ['months', 'fixed', 'lifetime', 'issues'] as const;
export type Kind = (typeof KINDS)[number];

/** What the form asks about a term. */
export type TermParts = { kind: Kind; months: string; turn: string; issues: string };

export function partsOf(term: string): TermParts {
  const blank: TermParts = { kind: 'months', months: '12', turn: '01-01', issues: '12' };
  const [kind, value = ''] = term.split(':');
  if (kind === 'fixed') return { ...blank, kind, turn: value };
  if (kind === 'issues') return { ...blank, kind, issues: value };
  if (kind === 'lifetime') return { ...blank, kind };
  return { ...blank, months: value.endsWith('m') ? value.slice(0, -1) : value };
}

/** A number of days, which the form does not offer, stays as it was written. */
export function termOf({ kind, months, turn, issues }: TermParts): string {
  if (kind === 'fixed') return `fixed:${turn.trim()}`;
  if (kind === 'issues') return `issues:${issues.trim()}`;
  if (kind === 'lifetime') return 'lifetime';
  return `rolling:${/^\d+$/.test(months.trim()) ? `${months.trim()}m` : months.trim()}`;
}

export function useTermWords(): (term: string) => string {
  const { t } = useTranslation('members');
  return (term: string) => {
    const [kind, value = ''] = term.split(':');
    if (kind === 'fixed') return t('types.terms.fixed', { day: value });
    if (kind === 'issues') return t('types.terms.issues', { count: Number(value) });
    if (kind === 'lifetime') return t('types.terms.lifetime');
    const count = Number.parseInt(value, 10);
    return value.endsWith('d') ? t('types.terms.days', { count }) : t('types.terms.months', { count });
  };
}
