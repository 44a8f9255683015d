// Switches off what a browser does and a desktop program doesn't: the web view's own context menu, reloading and printing by
// key, zooming by pinch or wheel, going back by key, dropping a file onto the page as a document.
import { isTextField } from './keys';

const BROWSER_KEYS = new Set(['r', 'p', 'u', 'g', 's', 'j', '+', '-', '=', '0']);

function stopsKey(event: KeyboardEvent): boolean {
  if (event.key === 'F5' || event.key === 'F3' || event.key === 'F7') return true;
  if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) return true;
  return (event.ctrlKey || event.metaKey) && BROWSER_KEYS.has(event.key.toLowerCase());
}

/** Installs the handlers. Answers the function that takes them away. */
export function leaveBrowserHabits(page: Window = window): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const stop = (event: Event) => event.preventDefault();

  // Text fields keep the system's menu for cut, copy and paste.
  page.addEventListener('contextmenu', (event) => isTextField(event.target) || event.preventDefault(), { signal });
  page.addEventListener('keydown', (event) => stopsKey(event) && event.preventDefault(), { signal });
  page.addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), { signal, passive: false });
  page.addEventListener('gesturestart', stop, { signal });
  page.addEventListener('dragover', stop, { signal });
  page.addEventListener('drop', stop, { signal });
  page.addEventListener('dragstart', (event) => isTextField(event.target) || event.preventDefault(), { signal });
  return () => controller.abort();
}
