// The double's answers about what leaves: exports, labels and letters.
import type {
  Channel,
  ContactsQuery,
  ExportProfile,
  ExportReport,
  ExportRequest,
  KnownSheet,
  Mailed,
  Mailing,
  Selection,
} from '../bindings';
import { Failure } from '../failure';
import { find, resolve } from './contacts';
import type { Handlers } from './handlers';
import { reachOf } from './optOuts';
import type { DoubleState } from './state';

type Whom = { query: ContactsQuery; selection: Selection | null };

/** Whom the gate lets pass, and those whom it doesn't. */
function passed(state: DoubleState, { query, selection }: Whom, purpose: Channel | null) {
  const left_out = { opted_out: 0, do_not_contact: 0, deceased: 0, no_address: 0 };
  const ids = selection ? resolve(state, selection) : state.list(query);
  const left_out_rows = ids.slice(0, 3000).flatMap((id) => {
    const { name, organizations, ...contact } = find(state, id);
    const { refusal } = purpose ? reachOf({ ...contact, name, organizations }, purpose) : { refusal: null };
    if (!refusal) return [];
    left_out[refusal] += 1;
    const blank = { since: null, initiative: null, reason: null };
    return { id, name, organization: organizations[0]?.name ?? null, refusal, ...blank };
  });
  return { contacts: ids.length - left_out_rows.length, left_out, left_out_rows };
}

function mailed(state: DoubleState, file: string, mailing: Mailing, perSheet: number): Mailed {
  const whom = passed(state, mailing, 'post');
  const pages = perSheet > 0 ? Math.ceil(whom.contacts / perSheet) : 0;
  return { file, ...whom, letters: whom.contacts, pages, cut: 0, seconds: 0.1 };
}

const sheet = (
  code: string,
  paper: 'a4' | 'letter',
  grid: number[],
  label: number[],
  margin: number[],
  step: number[],
) => ({
  code,
  paper: paper === 'a4' ? [210, 297] : [215.9, 279.4],
  sheet: {
    paper,
    columns: grid[0],
    rows: grid[1],
    width: label[0],
    height: label[1],
    left: margin[0],
    top: margin[1],
    step_across: step[0],
    step_down: step[1],
  },
});

const SHEETS = [
  sheet('L7160', 'a4', [3, 7], [63.5, 38.1], [7.21, 15.15], [66.04, 38.1]),
  sheet('L7163', 'a4', [2, 7], [99.1, 38.1], [4.65, 15.15], [101.6, 38.1]),
  sheet('5160', 'letter', [3, 10], [66.675, 25.4], [4.7625, 12.7], [69.85, 25.4]),
] as KnownSheet[];

/** What each program has no place for, as far as the double's people go. */
const BEHIND: Record<string, string[]> = {
  google: ['tags', 'language'],
  outlook: ['groups', 'nickname'],
  mailchimp: ['birth_year', 'groups', 'phone_mobile'],
};

function exported(state: DoubleState, request: ExportRequest): ExportReport {
  const { path, purpose, dialect, opted_out, split_by, ...whom } = request;
  const program = dialect?.split(':')[0] ?? '';
  const sends = program === 'mailchimp' && !opted_out;
  const { contacts, ...left } = passed(state, whom, sends ? 'email' : purpose);
  const left_behind = (BEHIND[program] ?? []).map((field, at) => ({ field, contacts: 40 - 12 * at }));
  const ending = request.format ?? 'xlsx';
  const part = (value: string | null, share: number) => ({
    name: `${value ?? '(none)'}.${ending}`,
    value,
    contacts: Math.round(contacts * share),
  });
  const files = split_by ? [part('Israel', 0.6), part('Spain', 0.3), part(null, 0.1)] : [];
  return { file: path, contacts, ...left, left_out_file: null, left_behind, files, seconds: 0.1 };
}

const kept = new WeakMap<DoubleState, ExportProfile[]>();
const profilesOf = (state: DoubleState) => kept.get(state) ?? [];

export const exportHandlers: Handlers = {
  export_run: exported,
  export_programs: () => ({ outlook_languages: ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt_BR', 'pl', 'ru', 'tr'] }),
  export_profiles: (state) => ({ profiles: profilesOf(state) }),
  export_profile_save: (state, { name, choice }) => {
    const profile = { name, choice, saved_at: '2026-11-22T09:00:00Z' };
    kept.set(state, [...profilesOf(state).filter((other) => other.name !== name), profile]);
    return { batch: null };
  },
  export_profile_rename: (state, { name, to }) => {
    if (profilesOf(state).some((other) => other.name === to))
      throw new Failure('invalid', `Another export profile is called “${to}”.`, null);
    kept.set(
      state,
      profilesOf(state).map((other) => (other.name === name ? { ...other, name: to } : other)),
    );
    return { batch: null };
  },
  export_profile_delete: (state, { name }) => {
    kept.set(
      state,
      profilesOf(state).filter((other) => other.name !== name),
    );
    return { batch: 12 };
  },
  labels_save: (state, { path, mailing }) => mailed(state, path, mailing, 21),
  letters_save: (state, { path, mailing }) => mailed(state, path, mailing, 0),
  label_sheets: () => ({ sheets: SHEETS }),
  export_left_out: (_, { path }) => ({ file: path, contacts: 12 }),
};
