// An import that goes on while the wizard is out of the way: the sidebar shows how far it is, and brings the wizard back.
import { useSyncExternalStore } from 'react';
import type { Progress } from '@/ipc/bindings';

export type Away = {
  /** The file; null for rows that were pasted. */
  name: string | null;
  progress: Progress | null;
  cancelling: boolean;
  cancel: () => void;
  comeBack: () => void;
};

const listeners = new Set<() => void>();
let current: Away | null = null;

export function setAway(away: Away | null): void {
  current = away;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The import that goes on in the background; null while none does. */
export function useAway(): Away | null {
  return useSyncExternalStore(subscribe, () => current);
}
