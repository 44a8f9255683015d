// A W3C WebDriver client of the few calls that the journeys need; talks to WebKitWebDriver.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** The key under which WebDriver hands over a reference to an element (www.w3.org/TR/webdriver2, "Elements"). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** A call that takes longer has hung: the message is better than the runner's. */
const CALL_MS = 30_000;

/** Starts a driver. What it starts inherits `env`. */
export async function startDriver(env) {
  const port = await freePort();
  const process = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, TAURI_WEBVIEW_AUTOMATION: 'true' },
  });
  const gone = new Promise((resolve) => process.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${url}/status`)).ok, 'the driver');
  const stop = () => {
    process.kill('SIGTERM');
    return gone;
  };
  return { url, stop };
}

/** Starts the program and answers the session that drives its page. */
export async function openSession(driver, binary, args = []) {
  const options = { 'webkitgtk:browserOptions': { binary, args } };
  const { sessionId } = await request(driver.url, 'POST', '/session', { capabilities: { alwaysMatch: options } });
  const base = `/session/${sessionId}`;
  const send = (method, path, body) => request(driver.url, method, base + path, body);
  const on = (element, method, action, body) => send(method, `/element/${element[ELEMENT]}/${action}`, body);
  return {
    run: (script, ...args) => send('POST', '/execute/sync', { script, args }),
    runAsync: (script, ...args) => send('POST', '/execute/async', { script, args }),
    click: (element) => on(element, 'POST', 'click', {}),
    hover: (element) =>
      send('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions: [over(element)] }] }),
    type: (element, text) => on(element, 'POST', 'value', { text }),
    press: (...keys) =>
      send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions: strokes(keys) }] }),
    picture: async () => Buffer.from(await send('GET', '/screenshot'), 'base64'),
    quit: () => send('DELETE', ''),
  };
}

/** Asks until `get` answers something true; what it throws meanwhile is the error at the end. */
export async function until(get, what, ms = 10_000) {
  const end = Date.now() + ms;
  for (let last; ; await sleep(25)) {
    try {
      const answer = await get();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end)
      throw new Error(`Waited ${ms} ms in vain for ${what}${last ? `: ${last.message}` : ''}`, { cause: last });
  }
}

const over = (element) => ({ type: 'pointerMove', duration: 0, origin: element, x: 0, y: 0 });

/** Presses the keys one after the other, then lets go in the opposite order, as for Ctrl+Z. */
function strokes(keys) {
  const each = (type, list) => list.map((value) => ({ type, value }));
  return [...each('keyDown', keys), ...each('keyUp', keys.toReversed())];
}

async function request(url, method, path, body) {
  const response = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(CALL_MS),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
  return value;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
