// How the double reckons memberships: enough of the core's rules (whole years or months, grace, acts) to be believed.
import type { Amount, MemberMembership, MembershipStatus, MembershipType } from '../bindings';

type Term = { start: string; end: string | null; tier: number | null };
export type Act = { kind: 'cancel' | 'suspend' | 'resume'; on: string };
export type Held = { id: number; type: number; terms: Term[]; acts: Act[]; payer?: number | null };

const DAY = 86_400_000;

export const today = () => new Date().toISOString().slice(0, 10);
export const money = (minor: number, currency = 'EUR'): Amount => ({ minor, currency });

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

function plusMonths(day: string, months: number): string {
  const date = new Date(day);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

/** The last day of a term of a type that starts on that day. */
export function endOf(type: MembershipType, start: string): string | null {
  const months = /^rolling:(\d+)m$/.exec(type.term);
  const days = /^rolling:(\d+)d$/.exec(type.term);
  const fixed = /^fixed:(\d\d-\d\d)$/.exec(type.term);
  if (months) return plusDays(plusMonths(start, Number(months[1])), -1);
  if (days) return plusDays(start, Number(days[1]) - 1);
  if (!fixed) return null;
  const turn = `${start.slice(0, 4)}-${fixed[1]}`;
  return plusDays(turn > start ? turn : plusMonths(turn, 12), -1);
}

function statusOf(held: Held, type: MembershipType): MembershipStatus {
  const now = today();
  const done = held.acts.filter(({ on }) => on <= now);
  if (done.some(({ kind }) => kind === 'cancel')) return 'cancelled';
  if (done.at(-1)?.kind === 'suspend') return 'suspended';
  if (held.terms.some(({ start, end }) => start <= now && (end === null || end >= now))) return 'current';
  if (held.terms.some(({ start }) => start > now)) return 'pending';
  const last = held.terms.at(-1)?.end;
  return last && plusDays(last, type.grace_days) >= now ? 'grace' : 'lapsed';
}

export function shown(held: Held, type: MembershipType): MemberMembership {
  const now = today();
  const term = held.terms.find(({ end }) => end === null || end >= now) ?? held.terms.at(-1);
  const tier = type.tiers.find(({ id }) => id === term?.tier);
  return {
    id: held.id,
    type: type.name,
    type_id: type.id,
    tier: tier?.name ?? null,
    tier_id: tier?.id ?? null,
    start: term?.start ?? null,
    end: held.terms.at(-1)?.end ?? null,
    issues_left: type.term.startsWith('issues') ? 7 : null,
    status: statusOf(held, type),
    payer_id: held.payer ?? null,
  };
}

/** The first day of the next term. */
export function nextStart(held: Held, type: MembershipType): string {
  const last = held.terms.at(-1)?.end;
  return last && plusDays(last, type.grace_days) >= today() ? plusDays(last, 1) : today();
}
