// The test double of the shell and the core: a transport over a small workspace in memory. Vitest runs the screens on it, and
// `npm run ui:dev` serves it to a plain browser. Tests can hold answers back to let them arrive in another order.
import type { Examined, Operations, Progress } from '../bindings';
import { Failure } from '../failure';
import type { ShellEvents, Transport } from '../transport';
import { backupHandlers, OTHER_COPY } from './backups';
import { bundleHandlers } from './bundles';
import { consentHandlers } from './consents';
import { contactHandlers, resolve } from './contacts';
import { exportHandlers } from './exports';
import { fieldHandlers } from './fields';
import { fileHandlers } from './files';
import { groupHandlers } from './groupDeeds';
import { groupQuestions } from './groups';
import type { Handlers } from './handlers';
import { importHandlers } from './imports';
import { memberHandlers } from './members';
import { moneyHandlers } from './money';
import { optOutHandlers } from './optOuts';
import { organizationHistoryHandlers } from './organizationHistory';
import { organizationHandlers } from './organizations';
import { recordHandlers } from './record';
import { OFFICE, setStaff, staffHandlers } from './staff';
import { DoubleState } from './state';
import { viewHandlers } from './views';

const CHANGES = new Set<string>([
  'contact_create',
  'contact_edit',
  'contacts_delete',
  'contacts_change',
  'contacts_merge',
  'view_create',
  'view_update',
  'view_duplicate',
  'view_delete',
  'views_arrange',
  'export_profile_save',
  'export_profile_rename',
  'export_profile_delete',
  'mapping_save',
  'mapping_rename',
  'mapping_delete',
  'contacts_restore',
  'group_create',
  'group_edit',
  'groups_delete',
  'group_assign',
  'group_unassign',
  'group_pin',
  'groups_merge',
  'groups_combine',
  'group_duplicate',
  'group_category_add',
  'group_category_rename',
  'group_categories_arrange',
  'group_category_delete',
  'contacts_archive',
  'contacts_unarchive',
  'contact_restore_value',
  'contact_photo_set',
  'files_attach',
  'files_detach',
  'file_rename',
  'trash_empty',
  'contact_erase',
  'backup_now',
  'backups_restore',
  'backup_take',
  'repair',
  'workspace_keep',
  'staff_enter',
  'staff_leave',
  'staff_add',
  'staff_edit',
  'staff_pin',
  'staff_remove',
  'organization_create',
  'organization_edit',
  'organization_convert',
  'organization_restore_value',
  'organizations_delete',
  'organizations_restore',
  'organizations_change',
  'organization_contacts_add',
  'organization_contact_create',
  'undo',
  'redo',
  'sample_data',
  'import_run',
  'settings_set',
  'field_add',
  'field_edit',
  'field_retire',
  'field_remove',
  'fields_arrange',
  'opt_out_add',
  'opt_out_edit',
  'opt_out_remove',
  'opt_outs_import',
  'opt_outs_select',
  'membership_type_create',
  'membership_type_edit',
  'member_convert',
  'member_revert',
  'member_enroll',
  'member_renew',
  'bundle_add',
  'bundle_leave',
  'bundle_payer',
  'bundle_renew',
  'member_cancel',
  'member_suspend',
  'member_resume',
  'member_pay',
  'member_refund',
  'member_create',
  'order_cancel',
  'payment_remove',
  'issue_mailed',
  'letterhead_set',
  'renewals_apply',
  'bank_book',
  'order_discount',
  'dunning_run',
  'dunning_levels_set',
  'promo_code_add',
  'promo_code_edit',
]);
const ALL_TOPICS = [
  'contacts',
  'groups',
  'organizations',
  'members',
  'fields',
  'files',
  'batches',
  'views',
  'backups',
  'workspace',
];

type Held = {
  name: string;
  input: unknown;
  job: string | null;
  release: () => void;
  cancel: () => void;
  /** Reports progress of the job as the core would. */
  progress: (progress: Progress) => void;
};
type ShellCommand = (args: Record<string, unknown>) => unknown;

export type DoubleOptions = { contacts?: number; handlers?: Handlers; shell?: Record<string, ShellCommand> };

const SHELL: Record<string, ShellCommand> = {
  pick_spreadsheet: () => '/home/office/members-2026.xlsx',
  pick_statement: () => '/home/office/2026-06.camt053.xml',
  pick_files: () => ['/home/office/Contract 2026.pdf'],
  open_attached: () => null,
  pick_picture: () => '/home/office/noa.jpg',
  pick_folder: () => '/home/office/lists',
  pick_save: ({ name }) => `/home/office/${String(name)}`,
  open_workspace: () => null,
  new_workspace: () => null,
  reveal: () => null,
  open_external: () => null,
  initial_files: () => [],
  rescue_examine: () => null,
  lock_state: () => ({ locked: null, encrypted: false }),
  lock_workspace: () => false,
  unlock_workspace: () => null,
  passphrase_change: ({ next }) => ({
    file: '/home/office/contacts.roster',
    encrypted: next !== null,
    backups: 3,
    left: [],
  }),
  rescue_restore: () => null,
  rescue_salvage: () => null,
  set_language: () => null,
  set_theme: () => null,
};

export class Double implements Transport {
  readonly state: DoubleState;
  /** Every call of the page: operations and shell commands by name, with what they were given. */
  readonly calls: { name: string; input: unknown }[] = [];
  /** Answers that wait for their release, while `holding` is on for their operation. */
  readonly held: Held[] = [];
  holding: ((name: string) => boolean) | null = null;
  private readonly handlers: Handlers;
  private readonly shellCommands: Record<string, ShellCommand>;
  private readonly listeners = new Map<string, Set<(payload: never) => void>>();

  constructor({ contacts = 204, handlers = {}, shell = {} }: DoubleOptions = {}) {
    this.state = new DoubleState(contacts);
    this.handlers = {
      ...contactHandlers,
      ...viewHandlers(resolve),
      ...exportHandlers,
      ...fieldHandlers,
      ...organizationHandlers,
      ...organizationHistoryHandlers,
      ...importHandlers,
      ...memberHandlers,
      ...bundleHandlers,
      ...moneyHandlers,
      ...groupQuestions,
      ...groupHandlers,
      ...optOutHandlers,
      ...recordHandlers,
      ...fileHandlers,
      ...backupHandlers,
      ...staffHandlers,
      ...consentHandlers,
      ...handlers,
    };
    this.shellCommands = { ...SHELL, ...shell };
  }

  async call(name: string, input: unknown, job: string | null, onProgress: Held['progress']): Promise<unknown> {
    this.calls.push({ name, input });
    const handler = this.handlers[name as keyof Operations] as
      | ((state: DoubleState, input: unknown) => unknown)
      | undefined;
    if (!handler) throw new Failure('call', `The double has no operation ${name}.`);
    // A question is answered from the state that it was asked in; a change that is cancelled while held changed nothing.
    const isChange = CHANGES.has(name);
    const early = isChange ? null : handler(this.state, input);
    if (this.holding?.(name)) await this.hold(name, input, job, onProgress);
    const answer = isChange ? handler(this.state, input) : early;
    if (isChange) queueMicrotask(() => this.emit('stale', ALL_TOPICS));
    return answer;
  }

  async cancel(job: string): Promise<void> {
    this.held.find((held) => held.job === job)?.cancel();
  }

  private hold(name: string, input: unknown, job: string | null, progress: Held['progress']): Promise<void> {
    return new Promise((release, reject) => {
      const cancel = () => reject(new Failure('cancelled', 'Cancelled. Nothing was changed.'));
      this.held.push({ name, input, job, release, cancel, progress });
    });
  }

  async shell(command: string, args: Record<string, unknown>): Promise<unknown> {
    this.calls.push({ name: command, input: args });
    const run = this.shellCommands[command];
    if (!run) throw new Failure('call', `The double has no shell command ${command}.`);
    return run(args);
  }

  listen<E extends keyof ShellEvents>(event: E, handler: (payload: ShellEvents[E]) => void): () => void {
    const handlers = this.listeners.get(event) ?? new Set();
    handlers.add(handler as (payload: never) => void);
    this.listeners.set(event, handlers);
    return () => {
      handlers.delete(handler as (payload: never) => void);
    };
  }

  /** Lets the page hear an event of the shell. */
  emit<E extends keyof ShellEvents>(event: E, payload: ShellEvents[E]): void {
    for (const handler of [...(this.listeners.get(event) ?? [])]) handler(payload as never);
  }
}

/** A workspace that can't be opened, for `?rescue`. */
export const EXAMINED: Examined = {
  path: '/home/office/contacts.roster',
  trouble: 'damaged',
  detail: 'database disk image is malformed',
  bytes: 18_000_000,
  backups: [],
};

const HALFWAY: Progress = {
  stage: 'importing',
  done: 512_300,
  fraction: 0.42,
  per_second: 41_200,
  seconds_left: 17,
};

/** The double for a browser: `?contacts=1000000` chooses how many there are, `?hold=import_run` what never ends,
 * `?staff` asks who is there and `?staff=3` knows it, `?copies` tells of another copy, `?locked` shows a workspace that waits for its passphrase and `?encrypted` one that has one. */
export function doubleForBrowser(): Double {
  const wanted = new URLSearchParams(location.search);
  const contacts = wanted.get('contacts');
  const count = contacts === null ? 1204 : Number(contacts);
  const backups = () => backupHandlers.backups_list?.(new DoubleState(count), {})?.backups ?? [];
  const rescue: Record<string, ShellCommand> = wanted.has('rescue')
    ? { rescue_examine: () => ({ ...EXAMINED, backups: backups() }) }
    : {};
  const lock: Record<string, ShellCommand> = wanted.has('locked')
    ? { lock_state: () => ({ locked: '/home/office/contacts.roster', encrypted: false }) }
    : wanted.has('encrypted')
      ? { lock_state: () => ({ locked: null, encrypted: true }) }
      : {};
  const handlers: Handlers = wanted.has('copies')
    ? {
        workspace_copies: () => ({
          path: '/home/office/contacts.roster',
          changed_at: '2026-11-20T08:12:00Z',
          contacts: count,
          others: [OTHER_COPY],
        }),
      }
    : {};
  const double = new Double({ contacts: count, handlers, shell: { ...rescue, ...lock } });
  const staff = wanted.get('staff');
  if (staff !== null) setStaff(double.state, { people: OFFICE, here: Number(staff) || null });
  double.holding = (name) => {
    if (name !== wanted.get('hold')) return false;
    setTimeout(() => double.held.at(-1)?.progress(HALFWAY));
    return true;
  };
  return double;
}
