// The double's answers about money beyond one member: statements of the bank.
import type {
  BankLine,
  BankProposal,
  DueOrder,
  DunningLevels,
  IssuedDocument,
  MemberOrder as Order,
  PromoCode,
} from '../bindings';
import { Failure } from '../failure';
import type { Handlers } from './handlers';
import { addLine, openOrders, payAll } from './members';
import { money, plusDays, today } from './membership';
import type { DoubleState } from './state';

function proposed(order: Order, confidence: number, reasons: BankProposal['reasons']): BankProposal {
  const { contact_id, name, open } = order;
  return { contact_id, name, order: order.id, text: order.lines[0]?.text ?? '', open, confidence, reasons };
}

/** What the bank knows: a few of the members whose orders are open have paid, in the ways that members do. */
function linesOf(state: DoubleState): BankLine[] {
  const orders = openOrders(state);
  const by = (at: number) => orders[at % Math.max(orders.length, 1)];
  const line = (at: number, name: string, text: string, minor: number, proposals: BankProposal[], sure: boolean) => ({
    line: at,
    key: `${name}-${minor}`,
    date: plusDays(today(), -at),
    amount: money(minor),
    name,
    iban: 'DE89370400440532013000',
    text,
    proposals,
    sure,
  });
  const [first, second, third, fourth] = [by(0), by(1), by(2), by(3)];
  if (!first || !second || !third || !fourth) return [];
  return [
    line(1, first.name, 'Invoice 12', first.open.minor, [proposed(first, 0.99, ['payer', 'invoice', 'amount'])], true),
    line(2, second.name.toUpperCase(), 'Dues', second.open.minor, [proposed(second, 0.85, ['payer', 'amount'])], true),
    line(
      3,
      'Cohen & Sons',
      '1004',
      third.open.minor,
      [proposed(third, 0.7, ['number', 'amount']), proposed(fourth, 0.4, ['amount'])],
      false,
    ),
    line(4, 'Unknown', 'Donation', 1234, [], false),
  ];
}

let levels: DunningLevels = {
  due_days: 14,
  levels: [7, 21, 35].map((days) => ({ days, title: '', text: '' })),
};
/** The orders that were asked for, by the batch that did it. */
const asked = new WeakMap<DoubleState, Map<number, number[]>>();

function dueOf(state: DoubleState): DueOrder[] {
  const standing = state.done.flatMap(({ batch }) => asked.get(state)?.get(batch.batch) ?? []);
  return openOrders(state)
    .filter(({ id }) => !standing.includes(id))
    .map((order, at) => ({
      order: order.id,
      contact_id: order.contact_id,
      name: order.name,
      text: order.lines[0]?.text ?? '',
      date: order.date,
      due_on: plusDays(order.date, levels.due_days),
      days_over: 30 + at,
      open: order.open,
      reached: at % 4 === 1 ? 1 : null,
      reached_on: at % 4 === 1 ? plusDays(today(), -20) : null,
      level: at % 4 === 1 ? 2 : 1,
      deceased: at === 2,
      has_address: at % 5 !== 3,
    }));
}

const codes = new WeakMap<DoubleState, PromoCode[]>();

const SUMMER: PromoCode = {
  id: 1,
  code: 'SUMMER26',
  text: null,
  percent: 10,
  amount: null,
  valid_from: '2026-06-01',
  valid_until: null,
  uses: 100,
  used: 12,
  retired: false,
};

const codesOf = (state: DoubleState) => codes.get(state) ?? [SUMMER];

function putCode(state: DoubleState, operation: string, next: PromoCode) {
  codes.set(state, [...codesOf(state).filter(({ id }) => id !== next.id), next]);
  const { batch } = state.write(operation, new Map());
  state.touch();
  return { code: next, batch: batch };
}

function refused(field: string, message: string): never {
  throw new Failure('invalid', message, null, { fields: [{ field, message }] });
}

const KINDS = { invoice: 'Invoice', credit_note: 'Credit note', receipt: 'Receipt', voided_receipt: 'Voided receipt' };

/** As many as there are open orders: every fifth invoice was taken back. */
function documentsOf(state: DoubleState): IssuedDocument[] {
  const orders = openOrders(state);
  return orders
    .map((order, at): IssuedDocument => {
      const kind = at % 5 === 4 ? 'credit_note' : at % 3 === 2 ? 'receipt' : 'invoice';
      const number = at + 1;
      const amount = kind === 'credit_note' ? money(-order.open.minor) : order.open;
      const rest = { order: order.id, payment: null, taken_back: at % 5 === 3 };
      const { contact_id, name, date } = order;
      return { id: number, kind, number, title: `${KINDS[kind]} ${number}`, date, contact_id, name, amount, ...rest };
    })
    .reverse();
}

export const moneyHandlers: Handlers = {
  documents_page: (state, { kind, search, offset, limit }) => {
    const words = (search ?? '').toLowerCase();
    const meant = (one: IssuedDocument) =>
      (!kind || one.kind === kind) && (one.name.toLowerCase().includes(words) || String(one.number) === words);
    const found = documentsOf(state).filter(meant);
    const from = offset ?? 0;
    return { total: found.length, documents: found.slice(from, from + limit) };
  },
  document_save: (_state, { id, path }) => ({ file: path, number: id, issued: false }),
  dunning_levels: () => levels,
  dunning_levels_set: (_state, input) => {
    if (input.levels.some(({ days }, at) => at > 0 && days <= (input.levels[at - 1]?.days ?? 0))) {
      refused('levels', 'Each level has more days than the one before.');
    }
    levels = input;
    return input;
  },
  dunning_look: (state, { level, limit }) => {
    const all = dueOf(state);
    const due = all.filter((one) => !level || one.level === level);
    const byLevel = levels.levels.map(({ days, title }, at) => {
      const own = all.filter((one) => one.level === at + 1);
      const total = own.reduce((sum, { open }) => sum + open.minor, 0);
      return { level: at + 1, days, title, orders: own.length, totals: own.length > 0 ? [money(total)] : [] };
    });
    return { levels: byLevel, total: due.length, due: due.slice(0, limit ?? due.length) };
  },
  dunning_run: (state, { path, orders }) => {
    const { batch } = state.write('dunning_run', new Map());
    const held = asked.get(state) ?? new Map<number, number[]>();
    asked.set(state, held.set(batch, orders ?? []));
    state.touch();
    const count = orders?.length ?? 0;
    return { file: path ?? null, batch, letters: count, orders: count, left_out: 0 };
  },
  promo_codes: (state) => ({ codes: codesOf(state) }),
  promo_code_add: (state, input) => {
    const { code, text, percent, amount, valid_from, valid_until, uses } = input;
    if (codesOf(state).some((one) => one.code === code)) refused('code', `There is a code “${code}” already.`);
    const worth = amount ? money(Math.round(Number.parseFloat(amount) * 100)) : null;
    const times = { valid_from: valid_from ?? null, valid_until: valid_until ?? null, uses: uses ?? null };
    const next = { id: Date.now(), code, text: text || null, percent: percent ?? null, amount: worth, ...times };
    return putCode(state, 'promo_code_add', { ...next, used: 0, retired: false });
  },
  promo_code_edit: (state, { id, valid_from, valid_until, uses, retired }) => {
    const held = codesOf(state).find((one) => one.id === id) ?? SUMMER;
    const times = { valid_from: valid_from ?? null, valid_until: valid_until ?? null, uses: uses ?? null };
    return putCode(state, 'promo_code_edit', { ...held, ...times, retired: retired ?? false });
  },
  order_discount: (state, { order, code, percent, amount, text }) => {
    const held = codesOf(state).find((one) => one.code === code);
    if (code && !held) refused('code', `There is no code “${code}”.`);
    const part = percent ?? held?.percent;
    const fixed = amount ? Math.round(Number.parseFloat(amount) * 100) : (held?.amount?.minor ?? 0);
    const minor = (total: number) => -Math.min(total, part ? Math.round((total * part) / 100) : fixed);
    return addLine(state, 'order_discount', order, code ?? text ?? 'Discount', minor);
  },
  bank_look: (state, { path, limit }) => {
    const lines = linesOf(state);
    return {
      file: path.split('/').at(-1) ?? path,
      format: 'camt.053',
      account: 'DE02120300000000202051',
      credits: lines.length,
      sure: lines.filter(({ sure }) => sure).length,
      booked: 3,
      outgoing: 5,
      unread: 0,
      lines: lines.slice(0, limit ?? lines.length),
    };
  },
  bank_book: (state, { choices }) => {
    const chosen = choices.flatMap(({ key, contact }) => {
      const line = linesOf(state).find((one) => one.key === key);
      return line ? [{ id: contact, minor: line.amount.minor, date: line.date }] : [];
    });
    const total = chosen.reduce((sum, { minor }) => sum + minor, 0);
    const batch = payAll(state, 'bank_book', chosen);
    return { batch, payments: chosen.length, totals: [money(total)], already: 0 };
  },
};
