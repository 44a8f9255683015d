// How any part of the window opens the status window (the lock), and what it was opened for.
import { useSyncExternalStore } from 'react';
import type { OptOutKind } from '@/ipc/bindings';

/** All phones and e-mails of a contact, or one value, whoever holds it. */
export type StatusSubject = { contact: number } | { kind: OptOutKind; value: string };

const listeners = new Set<() => void>();
let current: StatusSubject | null = null;

function change(next: StatusSubject | null): void {
  current = next;
  for (const listener of listeners) listener();
}

export function openStatusWindow(subject: StatusSubject): void {
  change(subject);
}

export function closeStatusWindow(): void {
  change(null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the status window is open for; null while it is closed. */
export function useStatusSubject(): StatusSubject | null {
  return useSyncExternalStore(subscribe, () => current);
}
