// Everything that the wizard knows between its stages, as plain data. What runs (a preview, a rehearsal, the import) is
// held by hooks; only their answers come in here.
import type {
  CellEdit,
  ColumnValues,
  Fingerprint,
  ImportReport,
  ImportRequest,
  ImportSource,
  MatchKey,
  Mode,
  Preview,
  ReadOptions,
  Undone,
  Update,
} from '@/ipc/bindings';
import type { Failure } from '@/ipc/failure';
import type { Clash, Column } from './columns';

export type Stage = 'source' | 'fields' | 'groups' | 'summary';
export type Tab = 'file' | 'paste';

/** A corrected cell with what stood there, so that typing it back takes the correction away. */
export type Correction = CellEdit & { original: string };

/** What was asked and what came of it: the two belong together, since the counts hold for this request only. */
type Rehearsal = { request: ImportRequest; report: ImportReport };

export type WizardState = {
  stage: Stage;
  tab: Tab;
  path: string | null;
  text: string;
  /** Files that were dropped with the first one and wait for an import of their own. */
  left: string[];
  options: ReadOptions;
  /** The program whose export the header is read as, or `none`; null as recognized. */
  dialect: string | null;
  /** The named mapping that was chosen. */
  named: string | null;
  /** Counts up to look at the same source again. */
  look: number;
  preview: Preview | null;
  /** The state of the file that the corrections belong to. */
  fingerprint: Fingerprint | null;
  columns: Column[];
  clash: Clash | null;
  /** What the values of the columns are read as. */
  values: ColumnValues[];
  /** The user was told what Continue leaves out. */
  warned: boolean;
  country: string | null;
  /** Chosen here rather than taken from the workspace or guessed. */
  countryChosen: boolean;
  /** Everyone in the file has opted out; null while the file's own word holds. */
  everyoneOut: boolean | null;
  mode: Mode;
  matchKeys: MatchKey[];
  update: Update;
  groups: string[];
  /** The organization that takes the rows that name none. */
  organization: string;
  /** Every contact belongs to an organization, so that the Groups stage is shown for that question alone. */
  asksOrganization: boolean;
  corrections: Correction[];
  /** Rows that the user leaves out, by number. */
  leftOut: number[];
  rehearsal: Rehearsal | null;
  result: ImportReport | null;
  undone: Undone | null;
  /** The last import was cancelled before it wrote anything. */
  cancelled: boolean;
  failure: Failure | null;
};

export type Start = { paths?: string[]; tab?: Tab; groups?: string[] };

export function startState({ paths = [], tab = 'file', groups = [] }: Start = {}): WizardState {
  return {
    stage: 'source',
    tab,
    path: paths[0] ?? null,
    text: '',
    left: paths.slice(1),
    options: {},
    dialect: null,
    named: null,
    look: 0,
    preview: null,
    fingerprint: null,
    columns: [],
    clash: null,
    values: [],
    warned: false,
    country: null,
    countryChosen: false,
    everyoneOut: null,
    mode: 'create-update',
    matchKeys: ['uid', 'email', 'phone'],
    update: 'fill',
    groups,
    organization: '',
    asksOrganization: false,
    corrections: [],
    leftOut: [],
    rehearsal: null,
    result: null,
    undone: null,
    cancelled: false,
    failure: null,
  };
}

/** Where the rows come from at the moment; null while there is nothing to look at. */
export function sourceOf({ tab, path, text }: Pick<WizardState, 'tab' | 'path' | 'text'>): ImportSource | null {
  if (tab === 'file') return path === null ? null : { kind: 'file', path };
  return text.trim() === '' ? null : { kind: 'text', text };
}
