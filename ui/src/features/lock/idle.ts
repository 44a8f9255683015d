// The window locks itself after minutes in which nobody touched it.
import { useEffect } from 'react';
import { usePreferences } from '@/frame/preferences';
import { lockNow } from './state';

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
const MINUTE = 60_000;

/** Locks after idle minutes where the workspace has a passphrase. A job under way is waited for. */
export function useIdleLock(): void {
  const { lockAfter } = usePreferences();
  useEffect(() => {
    if (lockAfter === 0) return;
    let timer = 0;
    const lock = () => void lockNow().catch(begin);
    function begin() {
      window.clearTimeout(timer);
      timer = window.setTimeout(lock, lockAfter * MINUTE);
    }
    begin();
    for (const sign of SIGNS) window.addEventListener(sign, begin, { capture: true, passive: true });
    return () => {
      window.clearTimeout(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, begin, { capture: true });
    };
  }, [lockAfter]);
}
