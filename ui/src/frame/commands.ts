// The actions of the window, each with one name wherever it is asked for: native menu, keyboard, command palette. Screens
// offer a command while they are shown; the latest offer wins, so that a dialog can take over what its screen offers.
import { useEffect, useRef, useSyncExternalStore } from 'react';

/** The commands, with their keys: `Mod` is Command on macOS and Control elsewhere. */
export const COMMANDS = {
  'new-contact': 'Mod+N',
  'new-organization': null,
  import: 'Mod+I',
  paste: 'Mod+Shift+V',
  export: 'Mod+E',
  letters: null,
  find: 'Mod+F',
  undo: 'Mod+Z',
  redo: 'Mod+Shift+Z',
  'select-all': 'Mod+A',
  delete: null,
  columns: null,
  'add-to-group': 'Mod+G',
  'remove-from-group': null,
  'add-tag': 'Mod+T',
  'remove-tag': null,
  'set-field': null,
  affiliate: null,
  merge: null,
  archive: null,
  'next-contact': 'Mod+]',
  'previous-contact': 'Mod+[',
  palette: 'Mod+K',
  'go-contacts': 'Mod+1',
  'go-organizations': null,
  'go-members': null,
  'go-membership-types': null,
  'go-groups': 'Mod+2',
  'go-opt-outs': null,
  'go-imports': 'Mod+3',
  'go-backups': null,
  'go-consents': null,
  check: null,
  'go-trash': null,
  'go-fields': null,
  'go-settings': 'Mod+,',
  'add-opt-outs': null,
  status: 'Mod+L',
  'theme-light': null,
  'theme-dark': null,
  'theme-system': null,
  'density-compact': null,
  'density-normal': null,
  'density-roomy': null,
  'open-workspace': 'Mod+O',
  'new-workspace': null,
  lock: 'Mod+Shift+L',
  about: null,
} as const satisfies Record<string, string | null>;

export type CommandId = keyof typeof COMMANDS;
type Offer = { id: CommandId; run: () => void };
type Origin = 'menu' | 'key' | 'page';

/** A key that the native menu owns may reach the page as well; the second of the two within this time is dropped. */
const ECHO_MS = 150;

let offers: Offer[] = [];
let last: { id: string; origin: Origin; at: number } | undefined;
const listeners = new Set<() => void>();

function changeOffers(next: Offer[]): void {
  offers = next;
  for (const listener of listeners) listener();
}

function isEcho(id: string, origin: Origin): boolean {
  const now = performance.now();
  const echo = last !== undefined && last.id === id && last.origin !== origin && now - last.at < ECHO_MS;
  last = { id, origin, at: now };
  return echo && origin !== 'page';
}

/** Runs a command if a screen offers it. Answers whether one did. */
export function runCommand(id: string, origin: Origin = 'page'): boolean {
  const offer = offers.findLast((candidate) => candidate.id === id);
  if (!offer) return false;
  if (!isEcho(id, origin)) offer.run();
  return true;
}

/** Offers a command while the component is shown and `enabled`. */
export function useCommand(id: CommandId, run: () => void, enabled = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return;
    const offer: Offer = { id, run: () => latest.current() };
    changeOffers([...offers, offer]);
    return () => changeOffers(offers.filter((other) => other !== offer));
  }, [id, enabled]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The commands that can be run now. */
export function useOfferedCommands(): CommandId[] {
  const now = useSyncExternalStore(subscribe, () => offers);
  return (Object.keys(COMMANDS) as CommandId[]).filter((id) => now.some((offer) => offer.id === id));
}
