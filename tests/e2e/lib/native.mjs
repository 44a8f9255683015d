// What only the system can do, done as a person would: choosing in a native picker, dragging files onto the window.
import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { until } from './webdriver.mjs';

const DRAG_SOURCE = fileURLToPath(new URL('dragsource.py', import.meta.url));
/** Where dragsource.py puts its window, and the way from there to the middle of Roster's. */
const WAY = [
  [1230, 45],
  [1215, 60],
  [1150, 120],
  [1000, 200],
  [800, 300],
  [600, 400],
  [598, 402],
];

export function nativeHands(env) {
  const x = (...args) =>
    execFileSync('xdotool', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  const windows = (title) => {
    try {
      return x('search', '--onlyvisible', '--name', title).split('\n').filter(Boolean);
    } catch {
      return []; // xdotool fails when there is none
    }
  };
  const windowNamed = (title) => until(() => windows(title).at(-1), `a window named ${title}`);

  /** Puts the text on the clipboard and pastes it where the keyboard is. */
  function paste(text) {
    execFileSync('xclip', ['-selection', 'clipboard'], { env, input: text, stdio: ['pipe', 'ignore', 'ignore'] });
    x('key', 'ctrl+v');
  }

  /** Types the path into the picker that is open. Pasted, since typed letters outside ASCII get lost. */
  async function choose(title, path) {
    const picker = await windowNamed(title);
    x('windowfocus', '--sync', picker);
    await sleep(200);
    x('key', 'ctrl+l');
    x('key', 'ctrl+a');
    paste(path);
    await sleep(200);
    x('key', 'Return');
    await until(() => !windows(title).includes(picker), `the picker ${title} to close`);
  }

  /** Chooses a folder in a native picker, which first goes into what was typed, and takes it when asked again. */
  async function chooseFolder(title, path) {
    const picker = await windowNamed(title);
    x('windowfocus', '--sync', picker);
    await sleep(200);
    x('key', 'ctrl+l');
    x('key', 'ctrl+a');
    paste(path);
    await until(async () => {
      if (!windows(title).includes(picker)) return true;
      x('key', 'Return');
      await sleep(500);
      return false;
    }, `the picker ${title} to close`);
  }

  /** Drags files onto the window as from a file manager; `over` is awaited before they are let go. */
  async function drop(files, over) {
    const source = spawn('/usr/bin/python3', [DRAG_SOURCE, ...files], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const said = [];
    createInterface(source.stdout).on('line', (line) => said.push(line));
    try {
      await until(() => said.includes('READY'), 'the files to drag');
      x('mousemove', '1240', '40');
      x('mousedown', '1');
      for (const [left, top] of WAY) {
        x('mousemove', String(left), String(top));
        await sleep(40);
      }
      await over();
      x('mouseup', '1');
      await until(() => said.length > 1, 'the drag to end');
      if (said[1] !== 'DROPPED') throw new Error(`The files were not taken: ${said[1]}`);
    } finally {
      source.kill();
    }
  }

  /** Gives the keyboard to a window; keys then take the same way as a person's. */
  async function focus(title) {
    x('windowfocus', '--sync', await windowNamed(title));
  }

  async function resize(title, width, height) {
    x('windowsize', await windowNamed(title), String(width), String(height));
  }

  return { choose, chooseFolder, drop, focus, paste, press: (key) => x('key', key), resize, windowNamed, windows };
}
