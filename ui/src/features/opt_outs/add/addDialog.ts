// How any part of the window opens "Add opt-outs".
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isOpen = false;

function change(next: boolean): void {
  isOpen = next;
  for (const listener of listeners) listener();
}

export const openAddOptOuts = () => change(true);
export const closeAddOptOuts = () => change(false);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useIsAddingOptOuts(): boolean {
  return useSyncExternalStore(subscribe, () => isOpen);
}
