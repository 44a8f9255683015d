// The page of the window: its packages from npm and its build, each only when something is newer than what is there.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { must, ROOT } from './run.mjs';
import { say } from './say.mjs';

const SOURCES = ['ui/src', 'ui/index.html', 'ui/public', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

export async function needNodeModules() {
  if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return;
  say('Installing the packages of package-lock.json');
  await must('npm', ['ci', '--no-audit', '--no-fund']);
}

/** Builds ui/dist, which the shell embeds. */
export async function needPage() {
  if (changed('ui/dist/index.html') > Math.max(...SOURCES.map(newest))) return;
  say('Building the page');
  await must('npm', ['run', '--silent', 'ui:build']);
}

/** When a file was last changed; 0 when it isn't there. */
function changed(path) {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newest(path) {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(found.mtimeMs, ...readdirSync(join(ROOT, path)).map((name) => newest(join(path, name))));
}
