// The test double of the shell and the core: a transport over a small workspace in memory. Vitest runs the screens on it, and
// `npm run ui:dev` serves it to a plain browser. Tests can hold answers back to let them arrive in another order.
import type { Operations } from '../bindings';
import { Failure } from '../failure';
import type { ShellEvents, Transport } from '../transport';
import { contactHandlers } from './contacts';
import type { Handlers } from './handlers';
import { importHandlers } from './imports';
import { DoubleState } from './state';

const CHANGES = new Set<string>([
  'contact_create',
  'contact_edit',
  'contacts_delete',
  'contacts_restore',
  'undo',
  'redo',
  'sample_data',
  'import_run',
  'settings_set',
]);
const ALL_TOPICS = ['contacts', 'groups', 'fields', 'batches', 'workspace'];

type Held = { name: string; input: unknown; release: () => void };
type ShellCommand = (args: Record<string, unknown>) => unknown;

export type DoubleOptions = { contacts?: number; handlers?: Handlers; shell?: Record<string, ShellCommand> };

const SHELL: Record<string, ShellCommand> = {
  pick_spreadsheet: () => '/home/office/members-2026.xlsx',
  pick_save: ({ name }) => `/home/office/${String(name)}`,
  open_workspace: () => null,
  new_workspace: () => null,
  reveal: () => null,
  open_external: () => null,
  initial_files: () => [],
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
    this.handlers = { ...contactHandlers, ...importHandlers, ...handlers };
    this.shellCommands = { ...SHELL, ...shell };
  }

  async call(name: string, input: unknown): Promise<unknown> {
    this.calls.push({ name, input });
    const handler = this.handlers[name as keyof Operations] as
      | ((state: DoubleState, input: unknown) => unknown)
      | undefined;
    if (!handler) throw new Failure('call', `The double has no operation ${name}.`);
    const answer = handler(this.state, input);
    if (this.holding?.(name)) await new Promise<void>((release) => this.held.push({ name, input, release }));
    if (CHANGES.has(name)) queueMicrotask(() => this.emit('stale', ALL_TOPICS));
    return answer;
  }

  async cancel(): Promise<void> {}

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

/** The double for a browser: `?contacts=1000000` chooses how many there are. */
export function doubleForBrowser(): Double {
  const wanted = new URLSearchParams(location.search).get('contacts');
  return new Double({ contacts: wanted === null ? 1204 : Number(wanted) });
}
