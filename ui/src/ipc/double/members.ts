// The double's answers about members: some of its contacts, with memberships around today. Each change keeps the whole roll
// under its batch, so that what is undone in the state is undone here too.
import type {
  Letterhead,
  Member,
  MembershipType,
  MembershipTypeEdit,
  MembersQuery,
  MemberOrder as Order,
  Payment,
  Renewal,
  RenewalsRequest,
  Statement,
  TierInput,
} from '../bindings';
import { Failure } from '../failure';
import { create, find } from './contacts';
import type { Handlers } from './handlers';
import { type Act, endOf, type Held, money, nextStart, plusDays, shown, today } from './membership';
import type { DoubleState } from './state';

export type Person = {
  id: number;
  number: string;
  joined: string;
  memberships: Held[];
  orders: Order[];
  payments: Payment[];
};
type Roll = { types: MembershipType[]; people: Person[] };

const rolls = new WeakMap<DoubleState, { first: Roll; byBatch: Map<number, Roll> }>();
/** Of these many contacts every other one is a member. */
const SEEDED = 60;

function tier(id: number, name: string, minor: number): MembershipType['tiers'][number] {
  return { id, name, price: money(minor), prices: [{ from: null, price: money(minor) }], retired: false };
}

function type(id: number, name: string, term: string, tiers: MembershipType['tiers']): MembershipType {
  const rest = { grace_days: 30, currency: 'EUR', pro_rata: 'none', roll_over: null, retired: false } as const;
  return { id, name, term, tiers, members: 0, mailed: [], ...rest };
}

const TYPES = [
  type(1, 'Annual', 'rolling:12m', [tier(1, 'Adult', 5000), tier(2, 'Student', 2000)]),
  type(2, 'Magazine', 'issues:12', [tier(3, 'By post', 2400)]),
  type(3, 'Honorary', 'lifetime', []),
];

/** How many days from today each one's term ends. */
const ENDS = [12, 200, -10, 340, -90, 25, 120, -400, 60, 290];

function seed(id: number, at: number): Person {
  const end = plusDays(today(), ENDS[at % ENDS.length] ?? 100);
  const start = plusDays(end, -364);
  const annual: Held = { id: id * 10, type: 1, terms: [{ start, end, tier: at % 4 === 1 ? 2 : 1 }], acts: [] };
  if (at % 9 === 4) annual.acts.push({ kind: 'suspend', on: plusDays(today(), -5) });
  const life: Held = { id: id * 10 + 1, type: 3, terms: [{ start: '2015-04-01', end: null, tier: null }], acts: [] };
  const order = orderOf(id, id * 10, start, `Annual, Adult, ${start} – ${end}`, 5000);
  const payments = at % 3 === 0 ? [] : [paymentOf(id, id * 10, at % 3 === 1 ? 5000 : 2000, start)];
  return {
    id,
    number: String(1000 + at),
    joined: plusDays(start, -365 * (at % 6)),
    memberships: at % 11 === 5 ? [annual, life] : [annual],
    orders: [order],
    payments,
  };
}

function orderOf(contact: number, id: number, date: string, text: string, minor: number): Order {
  return {
    id,
    contact_id: contact,
    name: '',
    date,
    lines: [{ id, text, amount: money(minor) }],
    total: money(minor),
    paid: money(0),
    open: money(minor),
    state: 'open',
    note: null,
    cancelled_on: null,
  };
}

function paymentOf(_contact: number, id: number, minor: number, date: string): Payment {
  return { id, kind: 'payment', date, amount: money(minor), method: 'transfer', order_id: null, note: null };
}

function held(state: DoubleState) {
  const known = rolls.get(state);
  if (known) return known;
  const ids = Array.from({ length: SEEDED }, (_, index) => index * 2 + 1).filter((id) => state.contact(id));
  const made = { first: { types: TYPES, people: ids.map(seed) }, byBatch: new Map<number, Roll>() };
  rolls.set(state, made);
  return made;
}

export function rollOf(state: DoubleState): Roll {
  const { first, byBatch } = held(state);
  const latest = state.done.findLast(({ batch }) => byBatch.has(batch.batch));
  return (latest && byBatch.get(latest.batch.batch)) ?? first;
}

type Contacts = Parameters<DoubleState['write']>[1];

export function keep(state: DoubleState, operation: string, roll: Roll, contacts: Contacts = new Map()): number {
  const { batch } = state.write(operation, contacts);
  held(state).byBatch.set(batch, roll);
  state.touch();
  return batch;
}

export function refuse(field: string, message: string): never {
  throw new Failure('invalid', message, null, { fields: [{ field, message }] });
}

/** The orders with what has come in, the oldest first. */
function statementOf({ orders, payments }: Person, name: string): Statement {
  const signed = ({ kind, amount }: Payment) => (kind === 'payment' ? amount.minor : -amount.minor);
  let spare = payments.reduce((sum, payment) => sum + signed(payment), 0);
  const balance = orders.reduce((sum, { total }) => sum + total.minor, 0) - spare;
  const settled = orders.map((order) => {
    const paid = Math.max(0, Math.min(order.total.minor, spare));
    spare -= paid;
    const open = order.total.minor - paid;
    const state = order.state === 'cancelled' ? order.state : open === 0 ? 'paid' : paid > 0 ? 'part' : 'open';
    return { ...order, name, paid: money(paid), open: money(open), state } as Order;
  });
  const balances = orders.length + payments.length > 0 ? [money(balance)] : [];
  return { orders: settled.reverse(), payments: [...payments].reverse(), balances };
}

function memberOf(state: DoubleState, roll: Roll, person: Person): Member {
  const { name } = find(state, person.id);
  const memberships = person.memberships.flatMap((one) => {
    const of = roll.types.find(({ id }) => id === one.type);
    return of ? [shown(one, of)] : [];
  });
  const { balances } = statementOf(person, name);
  const { id, number, joined } = person;
  return { contact_id: id, number, joined, name, memberships, balances, balance: balances[0] ?? money(0) };
}

function members(state: DoubleState): Member[] {
  const roll = rollOf(state);
  const there = roll.people.filter(({ id }) => state.contact(id) && !state.contact(id)?.deleted);
  return there.map((one) => memberOf(state, roll, one)).sort((a, b) => a.name.localeCompare(b.name));
}

export const memberCount = (state: DoubleState): number => members(state).length;

const endsWithin = (end: string | null, days: number) =>
  end !== null && end >= today() && end <= plusDays(today(), days);

function matches(member: Member, { search, status, type_id, ends_within, owing }: Partial<MembersQuery>): boolean {
  const words = (search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${member.name} ${member.number}`.toLowerCase();
  const asks = Boolean(status || type_id || ends_within);
  const one = (membership: Member['memberships'][number]) =>
    (!status || membership.status === status) &&
    (!type_id || membership.type_id === type_id) &&
    (!ends_within || endsWithin(membership.end, ends_within));
  return (
    words.every((word) => text.includes(word)) &&
    (!asks || member.memberships.some(one)) &&
    (!owing || member.balance.minor > 0)
  );
}

function sortKey(member: Member, sort: MembersQuery['sort']): string {
  const [first] = member.memberships;
  const keys = {
    name: member.name,
    number: member.number,
    joined: member.joined,
    status: first?.status ?? '~',
    type: first?.type ?? '~',
    tier: first?.tier ?? '~',
    ends: first?.end ?? '~',
    balance: String(member.balance.minor + 1e9),
  };
  return keys[sort ?? 'name'];
}

function counted(all: Member[]) {
  const of = (status: string) => all.filter(({ memberships }) => memberships[0]?.status === status).length;
  return {
    all: all.length,
    current: of('current'),
    grace: of('grace'),
    pending: of('pending'),
    suspended: of('suspended'),
    lapsed: of('lapsed'),
    cancelled: of('cancelled'),
    deceased: of('deceased'),
    none: all.filter(({ memberships }) => memberships.length === 0).length,
    owing: all.filter(({ balance }) => balance.minor > 0).length,
    ending: all.filter(({ memberships }) => endsWithin(memberships[0]?.end ?? null, 30)).length,
  };
}

export function personOf(state: DoubleState, id: number): Person {
  const person = rollOf(state).people.find((one) => one.id === id);
  if (!person) throw new Failure('not_found', `There is no member ${id}.`, null, { what: 'member', id });
  return person;
}

/** Changes one member as one batch. */
function change(state: DoubleState, operation: string, next: Person, contacts?: Contacts) {
  const roll = rollOf(state);
  const people = [...roll.people.filter(({ id }) => id !== next.id), next];
  const batch = keep(state, operation, { ...roll, people }, contacts);
  return { member: memberOf(state, rollOf(state), next), batch };
}

export function typeOf(state: DoubleState, id: number): MembershipType {
  const found = rollOf(state).types.find((one) => one.id === id);
  if (!found) throw new Failure('not_found', `There is no membership type ${id}.`);
  return found;
}

/** One more term of a membership, with its order. */
export function withTerm(
  person: Person,
  of: MembershipType,
  tierId: number | null,
  start: string,
  free: boolean,
): Person {
  const end = endOf(of, start);
  const term = { start, end, tier: tierId };
  const present = person.memberships.find((one) => one.type === of.id);
  const fresh: Held = { id: Date.now(), type: of.id, terms: [term], acts: [] };
  const memberships = present
    ? person.memberships.map((one) => (one === present ? { ...one, terms: [...one.terms, term], acts: [] } : one))
    : [...person.memberships, fresh];
  const price = of.tiers.find(({ id }) => id === tierId)?.price.minor ?? 0;
  const text = `${of.name}, ${start}${end ? ` – ${end}` : ''}`;
  const order = orderOf(person.id, Date.now() + person.orders.length, today(), text, price);
  return { ...person, memberships, orders: price > 0 && !free ? [...person.orders, order] : person.orders };
}

function act(state: DoubleState, kind: Act['kind'], input: { id: number; type_id: number; on?: string | null }) {
  const person = personOf(state, input.id);
  const memberships = person.memberships.map((one) =>
    one.type === input.type_id ? { ...one, acts: [...one.acts, { kind, on: input.on ?? today() }] } : one,
  );
  return change(state, `member_${kind}`, { ...person, memberships });
}

function paid(state: DoubleState, kind: Payment['kind'], input: { id: number; amount: string; date?: string | null }) {
  const person = personOf(state, input.id);
  const amount = /^(\d+)(?:\.(\d\d?))?/.exec(input.amount);
  if (!amount) refuse('amount', `“${input.amount}” is no amount: write it like 12.50.`);
  const minor = Number(amount[1]) * 100 + Number((amount[2] ?? '').padEnd(2, '0'));
  const payment = { ...paymentOf(input.id, Date.now(), minor, input.date ?? today()), kind };
  const next = { ...person, payments: [...person.payments, payment] };
  return restated(state, kind === 'payment' ? 'member_pay' : 'member_refund', next);
}

function restated(state: DoubleState, operation: string, next: Person) {
  const { member, batch } = change(state, operation, next);
  return { statement: statementOf(next, member.name), batch };
}

function due(state: DoubleState, { ends_within, type_id, without }: Partial<RenewalsRequest>): Renewal[] {
  const roll = rollOf(state);
  const until = plusDays(today(), ends_within ?? 30);
  return members(state).flatMap((member) =>
    member.memberships.flatMap((one) => {
      const isDue = one.status === 'grace' || (one.status === 'current' && one.end !== null && one.end <= until);
      const of = roll.types.find(({ id }) => id === one.type_id);
      const own = roll.people
        .find(({ id }) => id === member.contact_id)
        ?.memberships.find(({ type: of }) => of === one.type_id);
      if (!isDue || !of || !own || (type_id && type_id !== of.id) || without?.includes(member.contact_id)) return [];
      const from = nextStart(own, of);
      const price = of.tiers.find(({ id }) => id === one.tier_id)?.price ?? money(0);
      const { contact_id, name, number } = member;
      return [
        { contact_id, name, number, type: of.name, tier: one.tier, ends: one.end, from, to: endOf(of, from), price },
      ];
    }),
  );
}

function renewals(all: Renewal[], batch: number | null, limit: number | null | undefined) {
  const sum = all.reduce((total, { price }) => total + price.minor, 0);
  return { batch, total: all.length, totals: [money(sum)], renewals: all.slice(0, limit ?? all.length) };
}

function tiersOf(old: MembershipType['tiers'], inputs: TierInput[]): MembershipType['tiers'] {
  const minor = (price: string) => Math.round(Number.parseFloat(price) * 100);
  const named = inputs.map((one, at) => {
    if (!one.name.trim()) refuse('tiers', 'A tier needs a name.');
    if (!/^\d/.test(one.price)) refuse('tiers', `“${one.price}” is no price of ${one.name}: write it like 50.00.`);
    return tier(one.id ?? Date.now() + at, one.name, minor(one.price));
  });
  return [...old.filter(({ id }) => !named.some((one) => one.id === id)), ...named].sort((a, b) => a.id - b.id);
}

function putType(state: DoubleState, operation: string, next: MembershipType) {
  const roll = rollOf(state);
  if (!next.name.trim()) refuse('name', 'A membership type needs a name.');
  const others = roll.types.filter(({ id }) => id !== next.id);
  const batch = keep(state, operation, { ...roll, types: [...others, next].sort((a, b) => a.id - b.id) });
  return { type: next, batch };
}

function edited(old: MembershipType, input: MembershipTypeEdit): MembershipType {
  const gone = new Set(input.retire_tiers ?? []);
  return {
    ...old,
    name: input.name ?? old.name,
    term: input.term ?? old.term,
    grace_days: input.grace_days ?? old.grace_days,
    pro_rata: input.pro_rata ?? old.pro_rata,
    roll_over: input.roll_over ?? old.roll_over,
    retired: input.retired ?? old.retired,
    tiers: tiersOf(old.tiers, input.tiers ?? []).map((one) => ({ ...one, retired: one.retired || gone.has(one.id) })),
  };
}

/** Every order that is not paid, with its contact. */
export function openOrders(state: DoubleState): Order[] {
  const people = rollOf(state).people.filter(({ id }) => state.contact(id) && !state.contact(id)?.deleted);
  const orders = people.flatMap((person) => statementOf(person, find(state, person.id).name).orders);
  return orders.filter((order) => order.state === 'open' || order.state === 'part');
}

/** One more line of an order. */
export function addLine(
  state: DoubleState,
  operation: string,
  id: number,
  text: string,
  minorOf: (total: number) => number,
) {
  const person = rollOf(state).people.find((one) => one.orders.some((order) => order.id === id));
  if (!person) throw new Failure('not_found', `There is no order ${id}.`);
  const orders = person.orders.map((order) => {
    if (order.id !== id) return order;
    const minor = minorOf(order.total.minor);
    const total = money(order.total.minor + minor);
    return { ...order, total, lines: [...order.lines, { id: Date.now(), text, amount: money(minor) }] };
  });
  return restated(state, operation, { ...person, orders });
}

/** Payments of several members as one batch. */
export function payAll(state: DoubleState, operation: string, paid: { id: number; minor: number; date: string }[]) {
  const roll = rollOf(state);
  const people = roll.people.map((person) => {
    const own = paid.filter(({ id }) => id === person.id);
    const payments = own.map(({ minor, date }, at) => paymentOf(person.id, Date.now() + at, minor, date));
    return { ...person, payments: [...person.payments, ...payments] };
  });
  return keep(state, operation, { ...roll, people });
}

let letterhead: Letterhead = { name: 'Choral Society', address: 'Market Street 1\nHaifa', bank: '', note: '' };

export const memberHandlers: Handlers = {
  membership_types: (state) => {
    const roll = rollOf(state);
    const count = (id: number) => roll.people.filter((one) => one.memberships.some((m) => m.type === id)).length;
    return { types: roll.types.map((one) => ({ ...one, members: count(one.id) })) };
  },
  membership_type_create: (state, input) => {
    const id = Math.max(0, ...rollOf(state).types.map((one) => one.id)) + 1;
    const blank = type(id, input.name.trim(), input.term, tiersOf([], input.tiers ?? []));
    return putType(state, 'membership_type_create', { ...blank, grace_days: input.grace_days ?? 0 });
  },
  issue_mailed: (state, { id, on }) => {
    const of = typeOf(state, id);
    if (of.mailed.includes(on)) refuse('on', `An issue was mailed on ${on} already.`);
    return putType(state, 'issue_mailed', { ...of, mailed: [...of.mailed, on].sort() });
  },
  membership_type_edit: (state, input) =>
    putType(state, 'membership_type_edit', edited(typeOf(state, input.id), input)),
  members_page: (state, { query, offset, limit }) => {
    const all = members(state);
    const sign = query.descending ? -1 : 1;
    const found = all
      .filter((member) => matches(member, query))
      .sort((a, b) => sign * sortKey(a, query.sort).localeCompare(sortKey(b, query.sort)));
    return { total: found.length, members: found.slice(offset, offset + limit), counts: counted(all) };
  },
  member_find: (state, { id }) => ({ member: members(state).find(({ contact_id }) => contact_id === id) ?? null }),
  member_convert: (state, { id, number, joined }) => {
    const next = Math.max(999, ...rollOf(state).people.map((one) => Number(one.number))) + 1;
    const rest = { memberships: [], orders: [], payments: [] };
    return change(state, 'member_convert', { id, number: number ?? String(next), joined: joined ?? today(), ...rest });
  },
  member_revert: (state, { id }) => {
    const roll = rollOf(state);
    const person = personOf(state, id);
    const member = memberOf(state, roll, person);
    const batch = keep(state, 'member_revert', { ...roll, people: roll.people.filter((one) => one.id !== id) });
    const { memberships, orders, payments } = person;
    return {
      member,
      batch,
      kept: { memberships: memberships.length, orders: orders.length, payments: payments.length },
    };
  },
  member_enroll: (state, { id, type_id, tier: wanted, start, free }) => {
    const of = typeOf(state, type_id);
    const only = of.tiers.length === 1 ? (of.tiers[0]?.id ?? null) : null;
    if (wanted == null && of.tiers.length > 1) refuse('tier', `Choose a tier of ${of.name}.`);
    return change(
      state,
      'member_enroll',
      withTerm(personOf(state, id), of, wanted ?? only, start ?? today(), free ?? false),
    );
  },
  member_renew: (state, { id, type_id, free }) => {
    const person = personOf(state, id);
    const of = typeOf(state, type_id);
    const own = person.memberships.find((one) => one.type === type_id);
    if (!own) refuse('type_id', `There is no membership ${of.name} to renew. Enroll first.`);
    return change(
      state,
      'member_renew',
      withTerm(person, of, own.terms.at(-1)?.tier ?? null, nextStart(own, of), free ?? false),
    );
  },
  member_cancel: (state, input) => act(state, 'cancel', input),
  member_suspend: (state, input) => act(state, 'suspend', input),
  member_resume: (state, input) => act(state, 'resume', input),
  member_create: (state, { set, number, joined }) => {
    const contact = create(state, set);
    const next = Math.max(999, ...rollOf(state).people.map((one) => Number(one.number))) + 1;
    const rest = { memberships: [], orders: [], payments: [] };
    const person = { id: contact.id, number: number || String(next), joined: joined ?? today(), ...rest };
    return change(state, 'member_create', person, new Map([[contact.id, contact]]));
  },
  letterhead: () => letterhead,
  letterhead_set: (_state, input) => {
    letterhead = input;
    return input;
  },
  invoice_save: (_state, { order, path }) => ({ file: path, number: order % 1000, issued: true }),
  receipt_save: (_state, { payment, path }) => ({ file: path, number: payment % 1000, issued: true }),
  order_cancel: (state, { id }) => {
    const person = rollOf(state).people.find((one) => one.orders.some((order) => order.id === id));
    if (!person) throw new Failure('not_found', `There is no order ${id}.`);
    const orders = person.orders.map((order) =>
      order.id === id ? { ...order, state: 'cancelled' as const, total: money(0), cancelled_on: today() } : order,
    );
    return restated(state, 'order_cancel', { ...person, orders });
  },
  payment_remove: (state, { id }) => {
    const person = rollOf(state).people.find((one) => one.payments.some((payment) => payment.id === id));
    if (!person) throw new Failure('not_found', `There is no payment ${id}.`);
    return restated(state, 'payment_remove', {
      ...person,
      payments: person.payments.filter((payment) => payment.id !== id),
    });
  },
  member_pay: (state, input) => paid(state, 'payment', input),
  member_refund: (state, input) => paid(state, 'refund', input),
  contact_statement: (state, { id }) => {
    const person = rollOf(state).people.find((one) => one.id === id);
    return person ? statementOf(person, find(state, id).name) : { orders: [], payments: [], balances: [] };
  },
  renewals_preview: (state, input) => renewals(due(state, input), null, input.limit),
  renewals_apply: (state, input) => {
    const all = due(state, input);
    if (all.length === 0) return renewals(all, null, input.limit);
    const roll = rollOf(state);
    const people = roll.people.map((person) =>
      all
        .filter(({ contact_id }) => contact_id === person.id)
        .reduce((one, { type: name, from }) => {
          const of = roll.types.find((candidate) => candidate.name === name);
          const last = one.memberships.find((candidate) => candidate.type === of?.id)?.terms.at(-1);
          return of ? withTerm(one, of, last?.tier ?? null, from, false) : one;
        }, person),
    );
    return renewals(all, keep(state, 'renewals_apply', { ...roll, people }), input.limit);
  },
};
