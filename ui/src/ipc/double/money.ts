// The double's answers about money beyond one member: statements of the bank.
import type { BankLine, BankProposal, MemberOrder as Order } from '../bindings';
import type { Handlers } from './handlers';
import { openOrders, payAll } from './members';
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

export const moneyHandlers: Handlers = {
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
