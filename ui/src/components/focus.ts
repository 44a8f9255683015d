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
