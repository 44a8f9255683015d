// Roster on a desktop of its own: the window with its page and hands, and the command line on the same workspace.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDesktop } from './desktop.mjs';
import { nativeHands } from './native.mjs';
import { pageOf } from './page.mjs';
import { openSession, startDriver } from './webdriver.mjs';

const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../../target', import.meta.url));
const DESKTOP = join(TARGET, 'debug', 'roster-desktop');
const CLI = join(TARGET, 'debug', 'roster');

/** Writes the scripts into a folder; answers it. */
function standIns(folder, programs) {
  mkdirSync(folder);
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  return folder;
}

/**
 * Opens Roster on a workspace that isn't there yet; `prepare` may put something into it first. `programs` are scripts by name
 * that stand in for programs of the system. `stop` ends everything that was started for it.
 */
export async function startRoster({ args = [], prepare = () => {}, programs = {} } = {}) {
  if (!existsSync(DESKTOP)) throw new Error(`Build it first: cargo build --workspace --bins (no ${DESKTOP})`);
  const desktop = await startDesktop();
  const file = (name) => join(desktop.folder, name);
  const env = {
    ...desktop.env,
    ROSTER_DATA_DIR: file('roster'),
    PATH: `${standIns(file('programs'), programs)}:${process.env.PATH}`,
  };
  const roster = (...words) => JSON.parse(execFileSync(CLI, ['--json', ...words], { env, encoding: 'utf8' }));
  prepare({ file, roster });
  const driver = await startDriver(env);
  let session;
  const stop = async () => {
    await session?.quit().catch(() => {});
    await driver.stop();
    await desktop.stop();
  };
  try {
    session = await openSession(driver, DESKTOP, args);
  } catch (error) {
    await stop();
    throw error;
  }
  /** Ends the program and starts it again on the same workspace; answers the page of the new one. */
  const restart = async () => {
    await session.quit();
    session = await openSession(driver, DESKTOP, args);
    return pageOf(session);
  };
  return {
    page: pageOf(session),
    restart,
    hands: nativeHands(env),
    env,
    file,
    roster,
    startAnother: (files, other = {}) => spawn(DESKTOP, files, { env: { ...env, ...other }, stdio: 'ignore' }),
    stop,
  };
}
