// The previous and the next contact by key, wherever the keyboard is in the profile: Alt with the arrows up and down.
import { useEffect, useRef } from 'react';
import { isTextField } from '@/frame/keys';

type Steps = { onPrevious: (() => void) | null; onNext: (() => void) | null };

export function useProfileKeys(isShown: boolean, steps: Steps): void {
  const latest = useRef(steps);
  useEffect(() => {
    latest.current = steps;
  });
  useEffect(() => {
    if (!isShown) return;
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || isTextField(event.target)) return;
      const { onPrevious, onNext } = latest.current;
      const step = event.key === 'ArrowUp' ? onPrevious : event.key === 'ArrowDown' ? onNext : null;
      if (!step) return;
      event.preventDefault();
      step();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isShown]);
}
