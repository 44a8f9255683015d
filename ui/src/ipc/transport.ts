// The one door through which the page reaches the shell. In the window it is Tauri; in tests and in a plain browser it is
// the double (double/). Nothing outside ipc/ imports either of them.
import type { Progress } from './bindings';

/** Events of the shell and what they carry. */
export type ShellEvents = {
  /** A menu item was chosen: its id. */
  menu: string;
  /** Files were dropped on the window: their paths. */
  files: string[];
  /** Files were handed over by a second start, as when one is opened from the file manager: their paths. */
  handed: string[];
  /** Something is being dragged over the window. */
  drag: 'enter' | 'leave' | 'drop';
  /** A commit made these topics stale. */
  stale: string[];
  /** Another workspace was opened. */
  'workspace-changed': null;
  /** The workspace waits for its passphrase: nothing of it may stay on screen or in memory. */
  'workspace-locked': null;
};

export type Transport = {
  /** Runs an operation of the core. Rejects with what the core's error serializes to. */
  call(name: string, input: unknown, job: string | null, onProgress: (progress: Progress) => void): Promise<unknown>;
  /** Asks a running job to stop; its call then rejects with the code `cancelled`. */
  cancel(job: string): Promise<void>;
  /** Runs a command of the shell itself (pickers, menus, windows). */
  shell(command: string, args: Record<string, unknown>): Promise<unknown>;
  /** Listens until the answer is called. */
  listen<E extends keyof ShellEvents>(event: E, handler: (payload: ShellEvents[E]) => void): () => void;
};

let current: Transport | undefined;

export function setTransport(transport: Transport): void {
  current = transport;
}

export function transport(): Transport {
  if (!current) throw new Error('The page has no transport yet: main.tsx or the test sets it first.');
  return current;
}
