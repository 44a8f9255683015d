// The double's answers about backups: a few from the start, of the contacts that are there; looking into one finds them, the
// second of them changed and the third one gone.
import type { BackupContact, Copies, KeptBackup, OtherCopy, Why } from '../bindings';
import { contactHandlers } from './contacts';
import type { Handlers } from './handlers';
import type { DoubleState } from './state';

const SEEDS: [at: string, why: Why | null, bytes: number, share: number][] = [
  ['2026-11-22T11:30:00Z', 'use', 18_400_000, 1],
  ['2026-11-22T10:02:00Z', 'import', 16_100_000, 0.9],
  ['2026-11-21T16:45:00Z', 'change', 15_900_000, 0.9],
  ['2026-11-20T09:10:00Z', 'removal', 15_700_000, 0.9],
  ['2026-11-02T08:00:00Z', 'update', 9_800_000, 0.6],
  ['2026-10-01T12:00:00Z', 'restore', 820_000, 0.4],
];

const made = new WeakMap<DoubleState, KeptBackup[]>();

const kept = (at: string, why: Why | null, bytes: number, contacts: number): KeptBackup => ({
  name: `${at.replaceAll(':', '-')}.roster`,
  at,
  why,
  bytes,
  contacts,
  organizations: Math.round(contacts / 20),
  groups: 4,
  readable: true,
});

const present = (state: DoubleState) =>
  state.list({ search: '', group: null, batch: null, filter: '', sort: { field: 'name', descending: false } }).length;

function backupsOf(state: DoubleState): KeptBackup[] {
  const held = made.get(state);
  if (held) return held;
  const count = present(state);
  const list =
    count === 0 ? [] : SEEDS.map(([at, why, bytes, share]) => kept(at, why, bytes, Math.round(count * share)));
  made.set(state, list);
  return list;
}

const PROBLEMS = [
  'The contact 17 has no primary phone.',
  'The term 3 and its membership belong to different contacts.',
];

const COPIES: Copies = {
  path: '/home/office/contacts.roster',
  changed_at: '2026-11-20T08:12:00Z',
  contacts: 0,
  others: [],
};

/** Another copy of the workspace, for `?copies` and the tests. */
export const OTHER_COPY: OtherCopy = {
  kin: 'diverged',
  path: '/media/stick/contacts.roster',
  replaced: false,
  is_there: true,
  seen_at: '2026-11-22T09:05:00Z',
  changed_at: '2026-11-22T09:04:00Z',
  contacts: 1198,
  changes: 14,
  changes_here: 3,
  common_at: '2026-11-18T16:30:00Z',
};

const SINCES: BackupContact['since'][] = ['same', 'changed', 'gone', 'same', 'aside'];

export const backupHandlers: Handlers = {
  backups_list: (state) => {
    const backups = backupsOf(state);
    return {
      folder: '/home/office/contacts.backups',
      bytes: backups.reduce((sum, { bytes }) => sum + bytes, 0),
      backups,
      failure: null,
    };
  },
  backup_now: (state) => {
    const backup = kept('2026-11-22T12:00:00Z', 'asked', 18_500_000, present(state));
    made.set(state, [backup, ...backupsOf(state)]);
    return backup;
  },
  backups_restore: (state, { name }) => {
    const backup = backupsOf(state).find((each) => each.name === name);
    return {
      file: name,
      bytes: backup?.bytes ?? 0,
      contacts: backup?.contacts ?? 0,
      files: { count: 0, bytes: 0, missing: 0 },
      erased_again: 0,
      still_there: 0,
    };
  },
  backup_look: (state, { search, offset, limit }) => {
    const sort = { field: 'name', descending: false };
    const page = contactHandlers.contacts_page?.(state, {
      query: { search, group: null, batch: null, filter: '', sort },
      offset,
      limit,
    });
    return {
      total: page?.total ?? 0,
      contacts: (page?.rows ?? []).map(({ id, name, organization, email, phone }) => ({
        id,
        name,
        organization,
        email: email?.value ?? null,
        phone: phone?.value ?? null,
        since: SINCES[id % SINCES.length] ?? 'same',
      })),
    };
  },
  workspace_copies: (state) => ({ ...COPIES, contacts: present(state) }),
  workspace_keep: (state) => ({ ...COPIES, contacts: present(state) }),
  check: () => ({ ok: false, problems: PROBLEMS }),
  repair: () => ({
    backup: 'before repair.roster',
    batch: 901,
    before: PROBLEMS.length,
    report: { ok: false, problems: PROBLEMS.slice(1) },
  }),
  backup_take: (_, { ids }) => ({ batch: 900, contacts: ids.length, left_out: 0 }),
};
