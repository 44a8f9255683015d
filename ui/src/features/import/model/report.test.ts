// How a report is arranged: counts, rows behind them, problems, and what the button says.
import { describe, expect, it } from 'vitest';
import type { Problem } from '@/ipc/bindings';
import { columnsOf, IGNORE, OPEN } from './columns';
import { certainty } from './confidence';
import { guessCountry } from './country';
import { countOf, deedOf, firstView, OUTCOMES, problemLines, rowsOf } from './report';
import { previewColumn as column, previewOf, reportOf, rowOf } from './testing';

const problem: Problem = {
  code: 'invalid_phone',
  position: 2,
  column: 'Mobile',
  value: '12',
  reason: 'Too short',
  hint: '',
};

const report = reportOf({
  rows: 6,
  created: 2,
  updated: 1,
  unchanged: 1,
  duplicates: 1,
  rejected: 1,
  samples: [
    rowOf(2, 'created'),
    rowOf(3, 'created', [problem]),
    rowOf(4, 'duplicate'),
    rowOf(5, 'rejected', [problem, problem]),
  ],
});

describe('a report', () => {
  it('has five counts that add up to the rows', () => {
    expect(OUTCOMES.map((outcome) => countOf(report, outcome))).toEqual([2, 1, 1, 1, 1]);
  });

  it('opens with the rows that need the user, else with the largest step', () => {
    expect(firstView(report)).toBe('rejected');
    expect(firstView(reportOf({ unchanged: 3 }))).toBe('unchanged');
    expect(firstView(reportOf())).toBe('created');
  });

  it('keeps rows with a lost detail apart from rejected ones', () => {
    expect(rowsOf(report, 'noted').map(({ row }) => row)).toEqual([3]);
    expect(rowsOf(report, 'rejected').map(({ row }) => row)).toEqual([5]);
    expect(problemLines(rowsOf(report, 'rejected'))).toHaveLength(2);
  });

  it('says what importing would do', () => {
    expect(deedOf(report, 'create-update')).toEqual({ kind: 'both', created: 2, updated: 1 });
    expect(deedOf(reportOf({ created: 2 }), 'create')).toEqual({ kind: 'create', created: 2 });
    expect(deedOf(reportOf({ updated: 2 }), 'update')).toEqual({ kind: 'update', updated: 2 });
    expect(deedOf(reportOf({ created: 1, opted_out: 4 }), 'opt-out')).toEqual({ kind: 'opt_out', count: 4 });
    expect(deedOf(reportOf({ unchanged: 9 }), 'create-update')).toEqual({ kind: 'nothing' });
  });
});

describe('certainty', () => {
  const of = (confidence: number, remembered = false) =>
    columnsOf(previewOf([column(1, 'A', 'email', { confidence })], { remembered })).map(certainty)[0];

  it('is told in words', () => {
    expect([of(0.97), of(0.7), of(0.4), of(0.4, true)]).toEqual(['sure', 'likely', 'guess', 'remembered']);
  });

  it('is not told of a column without a proposal', () => {
    const [open] = columnsOf(previewOf([column(1, 'A', null)]));
    expect(open && [certainty(open), certainty({ ...open, choice: IGNORE, origin: 'chosen' })]).toEqual([
      null,
      'chosen',
    ]);
    expect(open?.choice).toEqual(OPEN);
  });
});

describe('the country', () => {
  it('is guessed from the system where it names one, else from the language', () => {
    expect(guessCountry(['en', 'de-AT'])).toBe('AT');
    expect(guessCountry(['es-419', 'es-MX'])).toBe('MX');
    expect(guessCountry(['he'])).toBe('IL');
    expect(guessCountry([])).toBeNull();
  });
});
