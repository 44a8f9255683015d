// The wizard's state machine: one action per thing that the user does or that the core answers. Pure.
import type {
  ColumnValues,
  DateOrder,
  ImportReport,
  ImportRequest,
  MatchKey,
  Mode,
  Preview,
  ReadOptions,
  Undone,
  Update,
} from '@/ipc/bindings';
import type { Failure } from '@/ipc/failure';
import { type Choice, type Column, choose, columnsOf, joinWith, takeOver } from './columns';
import type { FieldBook } from './fieldNames';
import { hasWarnings, nextStage, obstacle, previousStage, warnings } from './stages';
import { type Correction, startState, type Tab, type WizardState } from './state';

export type Action =
  | { type: 'tab'; tab: Tab }
  | { type: 'files'; paths: string[] }
  | { type: 'text'; text: string }
  | { type: 'options'; options: Partial<ReadOptions> }
  | { type: 'dialect'; dialect: string | null }
  | { type: 'named'; name: string | null }
  | { type: 'look_again' }
  | { type: 'previewed'; preview: Preview }
  | { type: 'not_read'; failure: Failure }
  | { type: 'choose'; position: number; choice: Choice; book: FieldBook }
  | { type: 'take_over' }
  | { type: 'leave_clash' }
  | { type: 'join' }
  | { type: 'seen'; values: ColumnValues[] }
  | { type: 'split'; position: number; split: boolean }
  | { type: 'separator'; position: number; separator: string | null }
  | { type: 'value'; position: number; value: string; becomes: string | null | undefined }
  | { type: 'column_update'; position: number; update: Update | null }
  | { type: 'date_order'; position: number; order: DateOrder }
  | { type: 'default_country'; country: string | null }
  | { type: 'country'; country: string | null }
  | { type: 'everyone_out'; out: boolean }
  | { type: 'mode'; mode: Mode }
  | { type: 'match_keys'; keys: MatchKey[] }
  | { type: 'update'; update: Update }
  | { type: 'group_in'; name: string }
  | { type: 'organization'; name: string }
  | { type: 'asks_organization'; asks: boolean }
  | { type: 'group_out'; name: string }
  | { type: 'next' }
  | { type: 'stay' }
  | { type: 'back' }
  | { type: 'correct'; correction: Correction }
  | { type: 'drop_corrections' }
  | { type: 'leave_out'; row: number; out: boolean }
  | { type: 'rehearsed'; request: ImportRequest; report: ImportReport }
  | { type: 'imported'; report: ImportReport }
  | { type: 'cancelled' }
  | { type: 'failed'; failure: Failure | null }
  | { type: 'undone'; undone: Undone };

const NOTHING_READ = {
  preview: null,
  columns: [],
  values: [],
  clash: null,
  warned: false,
  corrections: [],
  leftOut: [],
  rehearsal: null,
};

const sameName = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;

function withColumn(state: WizardState, position: number, change: Partial<Column>): WizardState {
  const columns = state.columns.map((column) => (column.position === position ? { ...column, ...change } : column));
  return { ...state, columns };
}

type ValueAction = Extract<Action, { type: 'value' }>;

/** What a value is read as; undefined takes the user's word back. */
function withValue(state: WizardState, { position, value, becomes }: ValueAction): WizardState {
  const column = state.columns.find((other) => other.position === position);
  const others = column?.values.filter((rule) => rule.value !== value) ?? [];
  return withColumn(state, position, { values: becomes === undefined ? others : [...others, { value, becomes }] });
}

/** Corrections name rows by number: they hold for the sheet and the state of the file that they were made on. */
function previewed(state: WizardState, preview: Preview): WizardState {
  const sameRows = JSON.stringify(preview.fingerprint) === JSON.stringify(state.fingerprint);
  return {
    ...state,
    preview,
    fingerprint: preview.fingerprint,
    columns: columnsOf(preview, state.columns),
    corrections: sameRows ? state.corrections : [],
    leftOut: sameRows ? state.leftOut : [],
    clash: null,
    warned: false,
    failure: null,
  };
}

function chosen(state: WizardState, position: number, choice: Choice, book: FieldBook): WizardState {
  const { columns, clash } = choose(state.columns, position, choice, book);
  return columns ? { ...state, columns, clash: null, warned: false } : { ...state, clash };
}

/** The first Continue on the fields shows what it leaves out; the second one goes on. */
function next(state: WizardState): WizardState {
  const stage = nextStage(state);
  if (!stage || obstacle(state)) return state;
  const mustWarn = state.stage === 'fields' && !state.warned && hasWarnings(warnings(state));
  return mustWarn
    ? { ...state, warned: true, clash: null }
    : { ...state, stage, clash: null, warned: false, failure: null };
}

function corrected(state: WizardState, correction: Correction): WizardState {
  const isIt = ({ row, position }: Correction) => row === correction.row && position === correction.position;
  const original = state.corrections.find(isIt)?.original ?? correction.original;
  const others = state.corrections.filter((other) => !isIt(other));
  if (correction.value === original) return { ...state, corrections: others };
  return { ...state, corrections: [...others, { ...correction, original }] };
}

/** Nothing of the old file holds for another one, except what was chosen for contacts as such. */
function otherFiles({ country, countryChosen, groups }: WizardState, paths: string[]): WizardState {
  return { ...startState({ paths, groups }), country, countryChosen };
}

function source(state: WizardState, action: Action): WizardState | null {
  switch (action.type) {
    case 'tab':
      return action.tab === state.tab
        ? state
        : { ...state, ...NOTHING_READ, tab: action.tab, options: {}, dialect: null, named: null, failure: null };
    case 'files':
      return otherFiles(state, action.paths);
    case 'text':
      return {
        ...state,
        text: action.text,
        preview: action.text.trim() ? state.preview : null,
        corrections: [],
        leftOut: [],
      };
    case 'options': {
      const options = { ...state.options, ...action.options };
      const sameSheet = action.options.sheet === undefined;
      const { corrections, leftOut } = sameSheet ? state : NOTHING_READ;
      return { ...state, options, corrections, leftOut };
    }
    case 'dialect':
      return { ...state, dialect: action.dialect };
    case 'named':
      // What the mapping says takes the place of what was chosen before it.
      return { ...state, named: action.name, columns: [] };
    case 'look_again':
      return { ...state, stage: 'source', look: state.look + 1, failure: null };
    case 'previewed':
      return previewed(state, action.preview);
    case 'not_read':
      return { ...state, ...NOTHING_READ, stage: 'source', failure: action.failure };
    default:
      return null;
  }
}

function fields(state: WizardState, action: Action): WizardState | null {
  switch (action.type) {
    case 'choose':
      return chosen(state, action.position, action.choice, action.book);
    case 'take_over':
      return state.clash ? { ...state, columns: takeOver(state.columns, state.clash), clash: null } : state;
    case 'join':
      return state.clash ? { ...state, columns: joinWith(state.columns, state.clash), clash: null } : state;
    case 'seen':
      return { ...state, values: action.values };
    case 'split':
      return withColumn(state, action.position, { split: action.split });
    case 'separator':
      return withColumn(state, action.position, { separator: action.separator });
    case 'value':
      return withValue(state, action);
    case 'leave_clash':
      return { ...state, clash: null };
    case 'column_update':
      return withColumn(state, action.position, { update: action.update });
    case 'date_order':
      return withColumn(state, action.position, { dateOrder: action.order });
    case 'default_country':
      return state.countryChosen ? state : { ...state, country: action.country };
    case 'country':
      return { ...state, country: action.country, countryChosen: true };
    case 'everyone_out':
      return { ...state, everyoneOut: action.out };
    case 'mode':
      return { ...state, mode: action.mode };
    case 'match_keys':
      return { ...state, matchKeys: action.keys };
    case 'update':
      return { ...state, update: action.update };
    default:
      return null;
  }
}

function groupsAndSteps(state: WizardState, action: Action): WizardState | null {
  switch (action.type) {
    case 'group_in': {
      const name = action.name.trim();
      const there = name === '' || state.groups.some((group) => sameName(group, name));
      return there ? state : { ...state, groups: [...state.groups, name] };
    }
    case 'group_out':
      return { ...state, groups: state.groups.filter((group) => group !== action.name) };
    case 'asks_organization':
      return { ...state, asksOrganization: action.asks };
    case 'organization':
      return { ...state, organization: action.name };
    case 'next':
      return next(state);
    case 'stay':
      return { ...state, warned: false };
    case 'back':
      return {
        ...state,
        stage: previousStage(state) ?? state.stage,
        clash: null,
        warned: false,
        failure: null,
        cancelled: false,
      };
    default:
      return null;
  }
}

function summary(state: WizardState, action: Action): WizardState | null {
  switch (action.type) {
    case 'correct':
      return corrected(state, action.correction);
    case 'drop_corrections':
      return { ...state, corrections: [], leftOut: [] };
    case 'leave_out': {
      const others = state.leftOut.filter((row) => row !== action.row);
      return { ...state, leftOut: action.out ? [...others, action.row] : others };
    }
    case 'rehearsed':
      return { ...state, rehearsal: { request: action.request, report: action.report }, failure: null };
    case 'imported':
      return { ...state, result: action.report, cancelled: false, failure: null };
    case 'cancelled':
      return { ...state, cancelled: true };
    case 'failed':
      return { ...state, failure: action.failure, cancelled: false };
    case 'undone':
      return { ...state, undone: action.undone };
    default:
      return null;
  }
}

export function reduce(state: WizardState, action: Action): WizardState {
  return (
    source(state, action) ?? fields(state, action) ?? groupsAndSteps(state, action) ?? summary(state, action) ?? state
  );
}
