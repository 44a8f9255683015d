// What the officer decides about the lines of a statement: which are booked, and for which of the proposals.
import type { BankLine, BankProposal } from '@/ipc/bindings';

/** By the key of a line; what is not decided is as it was proposed. */
export type Decisions = Record<string, { ticked?: boolean; at?: number }>;

export function proposalOf(line: BankLine, decisions: Decisions): BankProposal | undefined {
  return line.proposals[decisions[line.key]?.at ?? 0];
}

export function isTicked(line: BankLine, decisions: Decisions): boolean {
  return line.proposals.length > 0 && (decisions[line.key]?.ticked ?? line.sure);
}
