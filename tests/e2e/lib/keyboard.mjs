// The page by keyboard alone: what has the keyboard, and the ways to it.
import { until } from './webdriver.mjs';

const CONTROL = '\uE009';
const TAB = '\uE004';

const NAME = `const on = document.activeElement; return on.getAttribute('aria-label') ?? on.textContent`;
const KIND = 'return document.activeElement.tagName';

export function keyboardOf(page) {
  const { session } = page;
  const name = () => session.run(NAME);

  /** Waits until the keyboard is on what is named so. */
  const isOn = (wanted) => until(async () => (await name()).includes(wanted), `${wanted} under the keyboard`);

  /** Waits until the keyboard is in the text field that is named so. */
  async function isIn(field) {
    const isText = async () => ['INPUT', 'TEXTAREA'].includes(await session.run(KIND));
    await until(async () => (await isText()) && (await name()) === field, `the keyboard in ${field}`);
  }

  async function type(text) {
    for (const letter of text) await session.press(letter);
  }

  /** Goes on with Tab until the keyboard is on what is named so. */
  const tabTo = (wanted) =>
    until(async () => {
      if ((await name()).includes(wanted)) return true;
      await session.press(TAB);
      return false;
    }, `${wanted} under the keyboard`);

  /**
   * Goes to the search from the list and types. The key is pressed once: it reaches the page through the menu of the window,
   * and a second one that comes late would mark what has been typed meanwhile, for the next letter to replace.
   */
  async function search(text) {
    await until(async () => (await session.run(KIND)) !== 'BODY', 'the keyboard in the list');
    await session.press(CONTROL, 'f');
    await isIn('Search contacts');
    await type(text);
  }

  return { isIn, isOn, search, tabTo, type };
}
