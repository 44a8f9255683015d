// Escape goes back, always. Whatever is nearer to the keyboard (a menu, a dialog, a value being edited) takes it first and
// keeps it from coming here.
import { useEffect, useRef } from 'react';

export function useEscape(goBack: () => void): void {
  const latest = useRef(goBack);
  useEffect(() => {
    latest.current = goBack;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
