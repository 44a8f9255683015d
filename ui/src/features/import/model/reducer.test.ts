// The wizard's state machine: what each step keeps, what it drops, and what stops it.
import { describe, expect, it } from 'vitest';
import { Failure } from '@/ipc/failure';
import { type Action, reduce } from './reducer';
import { freshness, requestOf } from './request';
import { startState, type WizardState } from './state';
import { ambiguous, book, previewColumn as column, previewOf, reportOf } from './testing';

const run = (state: WizardState, ...actions: Action[]) => actions.reduce(reduce, state);

const preview = previewOf([column(1, 'Surname', 'last_name'), column(2, 'E-mail', 'email'), column(3, 'Shoe', null)]);
const whole = previewOf([column(1, 'Surname', 'last_name'), column(2, 'E-mail', 'email')]);
const looked = run(startState({ paths: ['/people.csv'] }), { type: 'previewed', preview });
const atSummary = run(
  startState({ paths: ['/people.csv'] }),
  { type: 'previewed', preview: whole },
  { type: 'next' },
  { type: 'next' },
  { type: 'next' },
);
const correction = { row: 3, position: 2, value: 'anna@kfar.example', original: 'anna@' };

describe('the source', () => {
  it('takes the first of several files and names the others as left', () => {
    const state = run(startState(), { type: 'files', paths: ['/a.csv', '/b.csv', '/c.csv'] });
    expect([state.path, state.left]).toEqual(['/a.csv', ['/b.csv', '/c.csv']]);
  });

  it('can only be left once rows were read', () => {
    expect(run(startState(), { type: 'next' }).stage).toBe('source');
    expect(run(looked, { type: 'next' }).stage).toBe('fields');
    const empty = run(startState({ paths: ['/a.csv'] }), { type: 'previewed', preview: { ...preview, rows: [] } });
    expect(run(empty, { type: 'next' }).stage).toBe('source');
  });

  it('stays usable after a file that cannot be read', () => {
    const failed = run(looked, { type: 'not_read', failure: new Failure('damaged', 'The file is damaged.') });
    expect([failed.preview, failed.failure?.code, failed.stage]).toEqual([null, 'damaged', 'source']);
    const mended = run(failed, { type: 'files', paths: ['/b.csv'] }, { type: 'previewed', preview });
    expect([mended.failure, mended.columns.length]).toEqual([null, 3]);
  });

  it('keeps corrections while the file is the same and drops them when its rows may have moved', () => {
    const edited = run(atSummary, { type: 'correct', correction });
    expect(run(edited, { type: 'look_again' }, { type: 'previewed', preview: whole }).corrections).toHaveLength(1);
    const changed = { ...whole, fingerprint: { bytes: 101, modified: 2 } };
    expect(run(edited, { type: 'look_again' }, { type: 'previewed', preview: changed }).corrections).toEqual([]);
    expect(run(edited, { type: 'options', options: { sheet: 'Sheet2' } }).corrections).toEqual([]);
  });

  it('keeps what was decided about columns when the file is looked at again', () => {
    const decided = run(looked, { type: 'choose', position: 3, choice: { kind: 'new', label: 'Size' }, book });
    const again = run(decided, { type: 'look_again' }, { type: 'previewed', preview });
    expect(again.columns[2]?.choice).toEqual({ kind: 'new', label: 'Size' });
  });

  it('takes the country of the workspace until one is chosen here', () => {
    const given = run(looked, { type: 'default_country', country: 'GB' });
    const chosen = run(given, { type: 'country', country: 'IL' }, { type: 'default_country', country: 'GB' });
    expect([given.country, chosen.country]).toEqual(['GB', 'IL']);
  });

  it('drops everything of the file for another file, except the country and the groups', () => {
    const decided = run(looked, { type: 'country', country: 'IL' }, { type: 'group_in', name: 'Board' });
    const other = run(decided, { type: 'files', paths: ['/b.csv'] });
    expect([other.country, other.groups, other.columns, other.preview]).toEqual(['IL', ['Board'], [], null]);
  });
});

describe('the fields', () => {
  const atFields = run(looked, { type: 'next' });

  it('warns once before columns are left out, then goes on', () => {
    const warned = run(atFields, { type: 'next' });
    expect([warned.stage, warned.warned]).toEqual(['fields', true]);
    expect(run(warned, { type: 'next' }).stage).toBe('groups');
  });

  it('warns anew after a change', () => {
    const warned = run(atFields, { type: 'next' }, { type: 'choose', position: 1, choice: { kind: 'open' }, book });
    expect(run(warned, { type: 'next' }).stage).toBe('fields');
  });

  it('warns of dates that nobody confirmed', () => {
    const dates = previewOf([column(1, 'E-mail', 'email'), column(2, 'Born', 'birthday', { dates: ambiguous })]);
    const state = run(startState({ paths: ['/a.csv'] }), { type: 'previewed', preview: dates }, { type: 'next' });
    expect(run(state, { type: 'next' }).stage).toBe('fields');
    const confirmed = run(state, { type: 'date_order', position: 2, order: 'MDY' }, { type: 'next' });
    expect(confirmed.stage).toBe('groups');
    expect(requestOf(confirmed)?.mapping[1]?.date_order).toBe('MDY');
  });

  it('keeps the mapping and shows the clash when a single field is chosen twice', () => {
    const clash = run(atFields, { type: 'choose', position: 3, choice: { kind: 'field', field: 'last_name' }, book });
    expect(clash.clash).toEqual({ position: 3, field: 'last_name', takenBy: 1 });
    expect(clash.columns).toBe(atFields.columns);
    const taken = run(clash, { type: 'take_over' });
    expect(taken.columns.map(({ choice }) => choice.kind)).toEqual(['open', 'field', 'field']);
  });

  it('cannot be left without a single field', () => {
    const none = previewOf([column(1, 'A', null)]);
    const state = run(startState({ paths: ['/a.csv'] }), { type: 'previewed', preview: none }, { type: 'next' });
    expect(run(state, { type: 'next' }, { type: 'next' }).stage).toBe('fields');
  });
});

describe('the groups', () => {
  const grouped = previewOf([column(1, 'E-mail', 'email'), column(2, 'List', 'groups')]);
  const atFields = run(
    startState({ paths: ['/a.csv'], groups: ['Board'] }),
    { type: 'previewed', preview: grouped },
    { type: 'next' },
  );

  it('are skipped both ways when a column says them, and chosen ones are not sent', () => {
    const state = run(atFields, { type: 'next' });
    expect(state.stage).toBe('summary');
    expect(requestOf(state)?.groups).toEqual([]);
    expect(run(state, { type: 'back' }).stage).toBe('fields');
  });

  it('hold a name once, whatever its case', () => {
    const state = run(looked, { type: 'group_in', name: ' Board ' }, { type: 'group_in', name: 'board' });
    expect(state.groups).toEqual(['Board']);
    expect(run(state, { type: 'group_out', name: 'Board' }).groups).toEqual([]);
  });
});

describe('the summary', () => {
  const request = requestOf(atSummary);
  if (!request) throw new Error('There is a file, so there is a request.');
  const rehearsed = run(atSummary, { type: 'rehearsed', request, report: reportOf({ created: 2 }) });

  it('knows whether the rehearsal still holds', () => {
    expect(freshness(atSummary)).toBe('none');
    expect(freshness(rehearsed)).toBe('fresh');
    expect(freshness(run(rehearsed, { type: 'correct', correction }))).toBe('uncheckedEdits');
    expect(freshness(run(rehearsed, { type: 'update', update: 'replace' }))).toBe('stale');
  });

  it('sends corrections, and forgets one that is typed back', () => {
    const edited = run(rehearsed, { type: 'correct', correction });
    expect(requestOf(edited)?.edits).toEqual([{ row: 3, position: 2, value: 'anna@kfar.example' }]);
    const twice = run(edited, {
      type: 'correct',
      correction: { ...correction, value: 'a@b.example', original: 'anna@kfar.example' },
    });
    expect(twice.corrections).toEqual([{ ...correction, value: 'a@b.example' }]);
    expect(run(twice, { type: 'correct', correction: { ...correction, value: 'anna@' } }).corrections).toEqual([]);
  });

  it('tells a cancelled import from a failed one, and either can be tried again', () => {
    const cancelled = run(rehearsed, { type: 'cancelled' });
    expect([cancelled.cancelled, freshness(cancelled)]).toEqual([true, 'fresh']);
    const failed = run(cancelled, { type: 'failed', failure: new Failure('disk_full', 'The disk is full.') });
    expect([failed.cancelled, failed.failure?.code]).toEqual([false, 'disk_full']);
    const done = run(failed, { type: 'imported', report: reportOf({ batch: 7 }) });
    expect([done.result?.batch, done.failure]).toEqual([7, null]);
  });
});
