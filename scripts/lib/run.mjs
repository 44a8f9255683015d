// Running other programs: with their output shown, or to learn something from them.
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Stop } from './say.mjs';

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** On Windows npm is a batch file, which only a shell can start. */
const shell = process.platform === 'win32';

/** Runs a program with its output shown and answers its exit code. Ctrl+C goes to the program, not to the script. */
export function run(command, args = [], { cwd = ROOT, env = {} } = {}) {
  const program = command === 'npm' ? { shell } : {};
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit', ...program });
  const ignore = () => {};
  process.on('SIGINT', ignore);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', ignore);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** Runs a program that must succeed. */
export async function must(command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw new Stop(`This failed with exit code ${code}: ${command} ${args.join(' ')}`);
}

/** What a program prints; null when it is missing or fails. */
export function ask(command, args = []) {
  const { status, stdout } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.trim() : null;
}
