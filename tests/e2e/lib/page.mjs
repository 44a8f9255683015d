// The page as a person finds their way in it: by the role and the name of what is there, by the text that is shown.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { until } from './webdriver.mjs';

const CONTROL = '\uE009';
const DELETE = '\uE017';
const ESCAPE = '\uE00C';
const OUT = new URL('../out/', import.meta.url);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the page: the elements that are shown with a role and, when asked for, a name. */
const FIND = `
const [role, name, exact] = arguments;
const native = { button: 'button', textbox: 'input:not([type]),input[type=text],input[type=password],textarea', searchbox: 'input[type=search]',
  heading: 'h1,h2,h3', region: 'section[aria-label]', link: 'a[href]', checkbox: 'label:has(input[type=checkbox]:not([role]))', switch: 'label:has(input[role=switch])', dialog: 'dialog', radio: 'label:has(input[type=radio])',
  menuitem: '[role=menuitemradio],[role=menuitemcheckbox]' };
const labelled = (id) => document.getElementById(id)?.textContent ?? '';
// What is pressed of a tick box is its label; its name may stand on the field within.
const ofField = (e) => e.matches('label') ? e.querySelector('input')?.getAttribute('aria-label') : null;
const nameOf = (e) => (e.getAttribute('aria-label') ?? ofField(e) ?? (e.hasAttribute('aria-labelledby')
  ? e.getAttribute('aria-labelledby').split(' ').map(labelled).join(' ')
  : [...(e.labels ?? [])].map((l) => l.textContent).join(' ') || e.textContent || e.getAttribute('placeholder') || '')).trim();
const shown = (e) => e.getClientRects().length > 0 && !e.closest('[inert],[aria-hidden=true]');
const matches = (e) => name == null || (exact ? nameOf(e) === name : nameOf(e).includes(name));
return [...document.querySelectorAll([native[role], '[role=' + role + ']'].filter(Boolean).join(','))]
  .filter((e) => shown(e) && matches(e));`;

/** Whether an element stays where it is: what grows or slides in moves away from under a press. */
const STEADY = `const [element, done] = arguments;
const place = () => JSON.stringify(element.getBoundingClientRect());
const before = place();
requestAnimationFrame(() => requestAnimationFrame(() => done(element.isConnected && place() === before)));`;

/** Drawn, and with what fades in faded in: half-way its contrast is no one's choice. */
const PAINTED = `const done = arguments[0];
const ends = document.getAnimations().filter((a) => a.playState === 'running' && a.effect?.getComputedTiming().endTime !== Infinity);
const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)));
Promise.allSettled(ends.map((a) => a.finished)).then(drawn);`;
/** A list that the focused field walks by arrow keys need not take the focus itself, which axe-core does not see. */
const JUDGED = `const done = arguments[0];
const walked = document.activeElement?.getAttribute('aria-controls');
axe.run(walked ? { exclude: [['#' + CSS.escape(walked)]] } : document).then((r) => done(r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).join(', '))), (e) => done([String(e)]))`;

export function pageOf(session) {
  const all = (role, name, { exact = false } = {}) => session.run(FIND, role, name ?? null, exact);
  const find = (role, name, options) =>
    until(async () => (await all(role, name, options))[0], `a ${role} named ${name}`);
  const text = () => session.run('return document.body.innerText');
  const shows = (wanted, ms) => until(async () => (await text()).includes(wanted), `the text ${wanted}`, ms);
  const isAt = (start) => until(() => session.run('return location.hash.startsWith(arguments[0])', start), start);
  const gone = (role, name) => until(async () => (await all(role, name)).length === 0, `no ${role} named ${name}`);

  /** Does something to an element once it stays: it may be drawn anew between being found and being reached. */
  const reach = (act, role, name, options) =>
    until(async () => {
      const [element] = await all(role, name, options);
      if (!element || !(await session.runAsync(STEADY, element))) return false;
      await act(element);
      return true;
    }, `a ${role} named ${name} to reach`);

  const click = (role, name, options) => reach(session.click, role, name, options);

  /** Takes what a list offers, and waits until the list is gone: a press that follows would close it, and do no more. */
  async function choose(name) {
    await click('option', name);
    await gone('listbox');
  }

  /** Presses a button until it is gone, such as that of a notice, which also goes by itself. */
  async function dismiss(name) {
    await until(async () => {
      const [button] = await all('button', name, { exact: true });
      if (button) await session.click(button);
      return !button;
    }, `no button named ${name}`);
  }

  /** Brings the pointer over an element. */
  const hover = (role, name, options) => reach(session.hover, role, name, options);

  async function fill(role, name, value) {
    const field = await find(role, name);
    await session.click(field);
    await session.press(CONTROL, 'a');
    if (value) await session.type(field, value);
    else await session.press(DELETE);
  }

  /** Presses keys that bring something, again where the screen was not ready for them yet. */
  async function call(keys, role, name) {
    await until(async () => {
      await session.press(...keys);
      return (await all(role, name)).length > 0;
    }, `a ${role} named ${name}`);
  }

  /** Presses Escape until the address is the one wanted: a profile is left step by step. */
  async function leaveTo(address) {
    await until(async () => {
      if ((await session.run('return location.hash')) === address) return true;
      await session.press(ESCAPE);
      return false;
    }, address);
  }

  /** Goes to a place of the sidebar, named as in its address. */
  async function goTo(place) {
    const link = await session.run('return document.querySelector(arguments[0])', `nav a[href="#/${place}"]`);
    await session.click(link);
    await isAt(`#/${place}`);
  }

  /** Saves a picture of the page once what the document says is on the screen too. */
  async function picture(name) {
    await session.runAsync(PAINTED);
    mkdirSync(OUT, { recursive: true });
    const file = fileURLToPath(new URL(`${name}.png`, OUT));
    writeFileSync(file, await session.picture());
    return file;
  }

  /** What axe-core finds wrong with the screen as it stands. */
  async function violations() {
    if (!(await session.run('return Boolean(window.axe)'))) await session.run(AXE);
    const judged = await session.runAsync(JUDGED);
    if (judged.length === 0) return judged;
    // What was fading in just then had no colour of its own yet: what is wrong stays so once nothing moves.
    await session.runAsync(PAINTED);
    return session.runAsync(JUDGED);
  }

  /** Closes whatever lies over the screen, for the next test. */
  async function clear() {
    await until(async () => {
      const open = await all('dialog');
      if (open.length > 0) await session.press(ESCAPE);
      return open.length === 0;
    }, 'nothing over the screen');
  }

  return {
    all,
    call,
    choose,
    clear,
    click,
    dismiss,
    fill,
    find,
    goTo,
    gone,
    hover,
    isAt,
    leaveTo,
    picture,
    session,
    shows,
    text,
    violations,
  };
}
