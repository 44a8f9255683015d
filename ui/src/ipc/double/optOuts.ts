// The double's answers about opt-outs and the gate. A value's state stands on the points of its contacts; what was said
// about it, and values that nobody holds, are kept here for each state of the double.
import type {
  Channel,
  Contact,
  ContactsQuery,
  Holder,
  OptOutAct,
  OptOutKind,
  OptOutRow,
  OptOutsQuery,
  OptOutsReport,
  OptOutsSample,
  Point,
  Refusal,
  Subscription,
  SubscriptionChange,
} from '../bindings';
import { Failure } from '../failure';
import type { Handlers } from './handlers';
import type { DoubleState } from './state';

type Told = { act: OptOutAct; since: string; changes: SubscriptionChange[] };
type Book = { told: Map<string, Told>; nobodys: Map<string, { kind: OptOutKind; value: string }> };

const books = new WeakMap<DoubleState, Book>();
const SEARCHED = 3000;
const ALL: ContactsQuery = {
  search: '',
  filter: '',
  group: null,
  batch: null,
  sort: { field: 'created', descending: true },
};
const REASONS = ['Unsubscribed from the newsletter', 'Asked on the phone', null, 'Mailbox does not exist'];

function bookOf(state: DoubleState): Book {
  const known = books.get(state);
  if (known) return known;
  const book: Book = { told: new Map(), nobodys: new Map() };
  books.set(state, book);
  return book;
}

const keyOf = (kind: OptOutKind, value: string) => `${kind} ${value}`;
const isKind = (kind: string): kind is OptOutKind => kind === 'phone' || kind === 'email';

function contacts(state: DoubleState): Contact[] {
  const all = state.list(ALL);
  return all.slice(0, SEARCHED).flatMap((id) => state.contact(id) ?? []);
}

function holders(state: DoubleState, kind: OptOutKind, value: string): Contact[] {
  return contacts(state).filter(({ points }) => points.some((p) => p.kind === kind && p.normalized === value));
}

const named = ({ id, name }: Contact): Holder => ({ id, name });

function toldOf(state: DoubleState, kind: OptOutKind, value: string): Told {
  const known = bookOf(state).told.get(keyOf(kind, value));
  if (known) return known;
  const number = [...value].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const since = new Date(Date.UTC(2026, 10, 20, 9) - number * 3_600_000).toISOString();
  const initiative = number % 5 === 0 ? 'bounce' : number % 7 === 0 ? 'ours' : 'theirs';
  const act: OptOutAct = { initiative, reason: REASONS[number % REASONS.length] ?? null, note: null };
  return { act, since, changes: [lineOf(act, since)] };
}

function lineOf({ initiative, reason = null, note = null }: OptOutAct, at: string): SubscriptionChange {
  return { at, status: 'opted_out', initiative, reason, note, ground: null, by: 'dana' };
}

function subscription(state: DoubleState, kind: OptOutKind, value: string): Subscription {
  const held = holders(state, kind, value);
  const point = held[0]?.points.find((p) => p.kind === kind && p.normalized === value);
  const isOut = point ? point.status === 'opted_out' : bookOf(state).nobodys.has(keyOf(kind, value));
  const known = bookOf(state).told.get(keyOf(kind, value));
  const told = isOut ? toldOf(state, kind, value) : known;
  return {
    kind,
    value,
    shown: point?.value ?? value,
    status: isOut ? 'opted_out' : 'active',
    since: told?.since ?? null,
    initiative: isOut ? (told?.act.initiative ?? null) : null,
    reason: isOut ? (told?.act.reason ?? null) : null,
    note: isOut ? (told?.act.note ?? null) : null,
    contacts: held.map(named),
    changes: told?.changes ?? [],
  };
}

function rows(state: DoubleState, query: OptOutsQuery): OptOutRow[] {
  const points = contacts(state).flatMap((contact) => contact.points.filter((p) => isKind(p.kind) && p.normalized));
  const keys = new Map(points.map((p) => [keyOf(p.kind as OptOutKind, p.normalized ?? ''), p]));
  const touched = new Set(bookOf(state).told.keys());
  const values = [...keys]
    .filter(([key, p]) => p.status === 'opted_out' || touched.has(key))
    .map(([, p]) => ({ kind: p.kind as OptOutKind, value: p.normalized ?? '' }));
  const words = query.search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = [...values, ...bookOf(state).nobodys.values()]
    .map(({ kind, value }, index) => ({ ...subscription(state, kind, value), id: index + 1 }))
    .map(({ changes: _, since, ...row }): OptOutRow => ({ ...row, since: since ?? '' }))
    .filter((row) => !query.status || row.status === query.status)
    .filter((row) => !query.kind || row.kind === query.kind)
    .filter((row) => !query.initiative || row.initiative === query.initiative)
    .filter((row) => {
      const text = [row.value, row.shown, row.reason, ...row.contacts.map(({ name }) => name)].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    });
  const sortText = (row: OptOutRow) =>
    query.sort === 'contact' ? (row.contacts[0]?.name ?? '\uffff') : row[query.sort];
  const sign = query.descending ? -1 : 1;
  return found.sort((a, b) => sign * String(sortText(a) ?? '\uffff').localeCompare(String(sortText(b) ?? '\uffff')));
}

/** Gives values a state, on every contact that holds them, as one batch. */
function put(state: DoubleState, operation: string, keys: { kind: OptOutKind; value: string }[], out: boolean): number {
  const changes = new Map<number, Contact>();
  for (const { kind, value } of keys) {
    const held = holders(state, kind, value);
    if (out && held.length === 0) bookOf(state).nobodys.set(keyOf(kind, value), { kind, value });
    if (!out) bookOf(state).nobodys.delete(keyOf(kind, value));
    for (const contact of held) {
      const points = (changes.get(contact.id) ?? contact).points.map((p): Point => {
        const isIt = p.kind === kind && p.normalized === value;
        return isIt ? { ...p, status: out ? 'opted_out' : 'active' } : p;
      });
      const active = points.some((p) => isKind(p.kind) && p.status === 'active');
      changes.set(contact.id, { ...contact, points, active });
    }
  }
  return state.write(operation, changes).batch;
}

function tell(state: DoubleState, kind: OptOutKind, value: string, line: SubscriptionChange, act: OptOutAct): void {
  const before = subscription(state, kind, value).changes;
  bookOf(state).told.set(keyOf(kind, value), { act, since: line.at, changes: [line, ...before] });
}

function read(text: string): { kind: OptOutKind; value: string } | null {
  const typed = text.trim();
  if (/^\S+@\S+\.\S+$/.test(typed)) return { kind: 'email', value: typed.toLowerCase() };
  const digits = typed.replace(/[^\d+]/g, '');
  return digits.length >= 7 && !/[a-z]/i.test(typed) ? { kind: 'phone', value: digits } : null;
}

const FILE = 'george@quill.example\nnoa@blueharbour.example\n+44 7400 999999\nformer.member@mail.example\nn/a';

function report(state: DoubleState, lines: string[], file: string): OptOutsReport {
  const seen = new Set<string>();
  const samples = lines.map((typed, index): OptOutsSample => {
    const found = read(typed);
    const blank = { row: index + 1, typed, kind: null, value: null, contacts: [], reason: null, hint: null };
    if (!found) return { ...blank, outcome: 'invalid', reason: 'Not a phone number', hint: 'Write it in full.' };
    const key = keyOf(found.kind, found.value);
    const { status, contacts: held } = subscription(state, found.kind, found.value);
    const isAlready = status === 'opted_out' || seen.has(key);
    seen.add(key);
    return { ...blank, ...found, contacts: held, outcome: isAlready ? 'already' : 'added' };
  });
  const count = (outcome: string) => samples.filter((sample) => sample.outcome === outcome).length;
  const added = samples.filter(({ outcome }) => outcome === 'added');
  return {
    batch: null,
    file,
    rows: samples.length,
    added: added.length,
    already: count('already'),
    invalid: count('invalid'),
    unknown: added.filter((sample) => sample.contacts.length === 0).length,
    phones: added.filter(({ kind }) => kind === 'phone').length,
    emails: added.filter(({ kind }) => kind === 'email').length,
    contacts: added.flatMap((sample) => sample.contacts).length,
    columns: [{ position: 1, column: '', samples: lines.slice(0, 3), taken: true }],
    samples,
    seconds: 0.1,
  };
}

function linesOf(source: { kind: string; text?: string; path?: string }): { lines: string[]; file: string } {
  const text = source.kind === 'file' ? FILE : (source.text ?? '');
  const lines = text.split(/[\n,;]/).filter((line) => line.trim() !== '');
  return { lines, file: source.path?.split('/').at(-1) ?? 'Pasted rows' };
}

const CHANNELS: Channel[] = ['email', 'sms', 'phone', 'post'];
const kindOf = (channel: Channel) => (channel === 'email' ? 'email' : channel === 'post' ? null : 'phone');

function refusalOf(contact: Contact, channel: Channel, point: Point): Refusal | null {
  if (contact.deceased) return 'deceased';
  if (contact.do_not_contact) return 'do_not_contact';
  if (point.kind !== kindOf(channel)) return 'no_address';
  return point.status === 'active' ? null : point.status === 'opted_out' ? 'opted_out' : 'no_address';
}

/** The value that a contact is reached by, or why there is none. */
export function reachOf(contact: Contact, channel: Channel): { value: string | null; refusal: Refusal | null } {
  const found = contact.points.find((point) => refusalOf(contact, channel, point) === null);
  if (found) return { value: found.normalized, refusal: null };
  const reasons = contact.points.map((point) => refusalOf(contact, channel, point));
  if (channel === 'post' && contact.addresses.length > 0 && !reasons.includes('deceased')) {
    return { value: null, refusal: contact.do_not_contact ? 'do_not_contact' : null };
  }
  const order: Refusal[] = ['deceased', 'do_not_contact', 'opted_out'];
  return { value: null, refusal: order.find((reason) => reasons.includes(reason)) ?? 'no_address' };
}

function contactOf(state: DoubleState, id: number): Contact {
  const contact = state.contact(id);
  if (!contact) throw new Failure('not_found', `There is no contact ${id}.`);
  return contact;
}

const now = () => new Date().toISOString();

export const optOutHandlers: Handlers = {
  opt_outs_page: (state, { query, offset, limit }) => {
    const found = rows(state, query);
    return { total: found.length, generation: state.generation, rows: found.slice(offset, offset + limit) };
  },
  opt_out_history: (state, { value: { kind, value } }) => {
    const key = kind ? { kind, value } : read(value);
    if (!key) throw new Failure('invalid', 'Not a phone number.');
    return subscription(state, key.kind, key.value);
  },
  contact_subscriptions: (state, { id }) => {
    const contact = contactOf(state, id);
    const values = contact.points.filter((p) => isKind(p.kind) && p.normalized);
    return {
      id,
      name: contact.name,
      do_not_contact: contact.do_not_contact,
      deceased: contact.deceased,
      values: values.map((p) => subscription(state, p.kind as OptOutKind, p.normalized ?? '')),
    };
  },
  opt_out_add: (state, { values, act }) => {
    const keys = values.flatMap(({ kind, value }) => (kind ? { kind, value } : (read(value) ?? [])));
    for (const { kind, value } of keys) tell(state, kind, value, lineOf(act, now()), act);
    return { batch: put(state, 'opt_out_add', keys, true), changed: keys.length, already: 0 };
  },
  opt_out_edit: (state, { value: { kind, value }, act }) => {
    if (kind) tell(state, kind, value, lineOf(act, now()), act);
    return { batch: state.write('opt_out_edit', new Map()).batch, changed: 1, already: 0 };
  },
  opt_out_remove: (state, { value: { kind, value }, ground }) => {
    if (!ground.trim()) throw new Failure('invalid', 'Say what allows it.');
    const blank = { initiative: null, reason: null, note: null, by: 'dana' };
    const line: SubscriptionChange = { ...blank, at: now(), status: 'active', ground };
    if (kind) tell(state, kind, value, line, { initiative: 'theirs' });
    return { batch: put(state, 'opt_out_remove', kind ? [{ kind, value }] : [], false), changed: 1, already: 0 };
  },
  opt_outs_rehearse: (state, { source }) => {
    const { lines, file } = linesOf(source);
    return report(state, lines, file);
  },
  opt_outs_import: (state, { source, act }) => {
    const { lines, file } = linesOf(source);
    const done = report(state, lines, file);
    const added = done.samples.flatMap(({ outcome, kind, value }) =>
      outcome === 'added' && kind && value ? { kind, value } : [],
    );
    for (const { kind, value } of added) tell(state, kind, value, lineOf(act, now()), act);
    return { ...done, batch: put(state, 'opt_outs_import', added, true) };
  },
  opt_outs_select: (state, { selection, kinds, act }) => {
    const ids =
      selection.kind === 'ids'
        ? selection.ids
        : selection.ranges.flatMap(([from, to]) => state.list(selection.query).slice(from, to));
    const keys = ids
      .flatMap((id) => state.contact(id)?.points ?? [])
      .filter((p) => kinds.includes(p.kind as OptOutKind) && p.normalized && p.status === 'active')
      .map((p) => ({ kind: p.kind as OptOutKind, value: p.normalized ?? '' }));
    for (const { kind, value } of keys) tell(state, kind, value, lineOf(act, now()), act);
    return { batch: put(state, 'opt_outs_select', keys, true), changed: keys.length, already: 0 };
  },
  contact_reach: (state, { id }) => {
    const contact = contactOf(state, id);
    const points = contact.points.flatMap((point) =>
      CHANNELS.filter((channel) => kindOf(channel) === point.kind).map((channel) => ({
        point: point.id,
        channel,
        refusal: refusalOf(contact, channel, point),
      })),
    );
    return { channels: CHANNELS.map((channel) => ({ channel, ...reachOf(contact, channel) })), points };
  },
  addresses_copy: (state, { selection, query, channel }) => {
    const left_out = { opted_out: 0, do_not_contact: 0, deceased: 0, no_address: 0 };
    const ids = selection?.kind === 'ids' ? selection.ids : state.list(query).slice(0, SEARCHED);
    const values = ids.flatMap((id) => {
      const { value, refusal } = reachOf(contactOf(state, id), channel);
      if (refusal) left_out[refusal] += 1;
      return value ?? [];
    });
    return { values: [...new Set(values)], contacts: values.length, left_out };
  },
};
