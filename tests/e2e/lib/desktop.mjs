// A desktop of one's own for a test file: an X server that shows nothing, a session bus, and folders that start empty.
// Nothing of the machine's own desktop is touched.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';

const WIDTH = 1280;
const HEIGHT = 900;

/** Starts a desktop. `env` is for what runs on it, `folder` for its files, `stop` ends it and removes them. */
export async function startDesktop() {
  const folder = mkdtempSync(join(tmpdir(), 'roster-journey-'));
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${WIDTH}x${HEIGHT}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await firstLine(screen, screen.stdio[3]);
  const bus = await startBus();
  const home = userFolders(folder);
  const stop = async () => {
    bus.stop();
    screen.kill();
    await remove(folder);
  };
  return { env: { ...plain(), ...home, ...bus.env, DISPLAY: `:${display}` }, folder, stop };
}

/** A session bus: programs on different ones don't know of each other, like those of two users. */
export async function startBus() {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await firstLine(bus, bus.stdout);
  return { env: { DBUS_SESSION_BUS_ADDRESS: address }, stop: () => bus.kill() };
}

/** The folders in which programs keep what they remember, below `folder`. */
export function userFolders(folder) {
  const names = {
    HOME: 'home',
    XDG_CONFIG_HOME: 'config',
    XDG_DATA_HOME: 'data',
    XDG_CACHE_HOME: 'cache',
    XDG_RUNTIME_DIR: 'run',
  };
  const folders = Object.entries(names).map(([name, below]) => [name, join(folder, below)]);
  for (const [, path] of folders) mkdirSync(path, { recursive: true, mode: 0o700 });
  return Object.fromEntries(folders);
}

/** The environment without a desktop of the machine, and with GTK drawing its own pickers in software. */
function plain() {
  const { WAYLAND_DISPLAY, ROSTER_WORKSPACE, ROSTER_DATA_DIR, ...env } = process.env;
  return {
    ...env,
    GDK_BACKEND: 'x11',
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
    GTK_USE_PORTAL: '0',
    MESA_SHADER_CACHE_DISABLE: 'true',
    LC_ALL: 'C.UTF-8',
  };
}

/**
 * Removes a folder whose programs are just ending: until they have, they may still write into it, and a folder that
 * fills again can't be removed. Node's own retries don't empty it again.
 */
async function remove(folder, tries = 50) {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' || tries === 0) throw error;
    await setTimeout(100);
    await remove(folder, tries - 1);
  }
}

function firstLine(child, stream) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${child.spawnfile} ended at once`)));
    createInterface(stream).once('line', resolve);
  });
}
