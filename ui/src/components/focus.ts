// Where the keyboard goes when what it was in closes.

/**
 * Gives the keyboard back to what opened something that has closed, once that is drawn; but where the user is elsewhere by
 * then (a save takes its time), nothing is taken from them.
 */
export function focusUnlessElsewhere(element: () => HTMLElement | null): void {
  requestAnimationFrame(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) element()?.focus();
  });
}

const isLost = ({ activeElement }: Document) =>
  activeElement === null || activeElement === document.body || activeElement.matches(':disabled');

/**
 * A ref for a dialog: the dialog itself takes the keyboard when the field or button that had it goes away or is disabled, as
 * the main button is while its work runs. Otherwise keys would reach nothing, and Escape would not close the dialog.
 */
export function keepFocusWithin(dialog: HTMLElement | null): (() => void) | undefined {
  if (!dialog) return undefined;
  const observer = new MutationObserver(() =>
    // Whoever replaces the element and focuses what came instead goes first.
    requestAnimationFrame(() => {
      if (dialog.isConnected && isLost(document)) dialog.focus();
    }),
  );
  observer.observe(dialog, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  return () => observer.disconnect();
}

/** Frames after which a page that still can't be reached is taken to have been covered by something else. */
const PATIENCE = 60;

/**
 * Gives the keyboard to a field that has just appeared: at once, so that nothing typed on is lost, or as soon as the menu
 * that it was chosen from has closed, which keeps the page out of reach (inert) until then. A menu gives the keyboard back
 * to its own button only where nobody else has taken it. Answers how to give up.
 */
export function focusOnceReachable(element: () => HTMLElement | null): () => void {
  let frame = 0;
  const tryNow = (left: number) => {
    const field = element();
    if (field?.closest('[inert]') && left > 0) frame = requestAnimationFrame(() => tryNow(left - 1));
    else field?.focus();
  };
  tryNow(PATIENCE);
  return () => cancelAnimationFrame(frame);
}
