// Whether the window is too narrow to show a profile beside the list.
import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 1099px)';

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(NARROW);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
}
