// A rehearsal or an import, arranged for the screen: the five counts, the rows behind each, the lines of problems, and what
// the button that starts the import says.
import type { ImportReport, Mode, Outcome, Problem, RowOutcome } from '@/ipc/bindings';

/** The tiles in their order; `noted` are rows of the others that were taken although a detail was not. */
export const OUTCOMES = [
  'created',
  'updated',
  'unchanged',
  'duplicate',
  'rejected',
] as const satisfies readonly Outcome[];
export type View = Outcome | 'noted';

export function countOf(report: ImportReport, outcome: Outcome): number {
  return outcome === 'duplicate' ? report.duplicates : report[outcome];
}

export const sum = (counts: { [key in string]: number }) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

const isNoted = ({ outcome, problems }: RowOutcome) => outcome !== 'rejected' && problems.length > 0;

export function rowsOf(report: ImportReport, view: View): RowOutcome[] {
  const samples = report.samples ?? [];
  return samples.filter((row) => (view === 'noted' ? isNoted(row) : row.outcome === view));
}

/** Where values are that are not stored as they stand. */
export const TOLD = ['noted', 'kept_existing', 'left_out', 'ignored', 'rejected'] as const;

/** All values of the file, and how many of them are stored; null for imports of older versions. */
export function valuesOf({ mapping }: ImportReport): { all: number; stored: number } | null {
  const counts = mapping.flatMap(({ values }) => values ?? []);
  if (counts.length < mapping.length) return null;
  return {
    all: counts.reduce((total, values) => total + values.in, 0),
    stored: counts.reduce((total, values) => total + values.stored, 0),
  };
}

/** What to look at first: the rows that need the user, otherwise the largest count. */
export function firstView(report: ImportReport): View {
  if (report.rejected > 0) return 'rejected';
  return OUTCOMES.find((outcome) => countOf(report, outcome) > 0) ?? 'created';
}

/** One line of the table of problems: a row and one thing that is wrong with it. */
export type ProblemLine = { row: RowOutcome; problem: Problem };

export function problemLines(rows: readonly RowOutcome[]): ProblemLine[] {
  return rows.flatMap((row) => row.problems.map((problem) => ({ row, problem })));
}

/** What carrying out the report would do, which the button says in words. */
export type Deed =
  | { kind: 'create'; created: number }
  | { kind: 'update'; updated: number }
  | { kind: 'both'; created: number; updated: number }
  | { kind: 'opt_out'; count: number }
  | { kind: 'nothing' };

export function deedOf({ created, updated, opted_out }: ImportReport, mode: Mode): Deed {
  if (mode === 'opt-out' && opted_out > 0) return { kind: 'opt_out', count: opted_out };
  if (created > 0 && updated > 0) return { kind: 'both', created, updated };
  if (created > 0) return { kind: 'create', created };
  if (updated > 0) return { kind: 'update', updated };
  return opted_out > 0 ? { kind: 'opt_out', count: opted_out } : { kind: 'nothing' };
}
