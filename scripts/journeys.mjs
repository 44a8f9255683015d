// The journeys in the real window, a file after the other: `node scripts/journeys.mjs [FILE…]`. A file that fails runs a
// second time, on a desktop of its own: a window is driven from outside, and on a busy machine a press now and then meets an
// element that has just moved. What passes only then is named as unsteady; what fails twice has failed.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './lib/run.mjs';

const FOLDER = 'tests/e2e';

const all = () =>
  readdirSync(join(ROOT, FOLDER))
    .filter((file) => file.endsWith('.test.mjs'))
    .sort()
    .map((file) => `${FOLDER}/${file}`);

const passes = async (file) => (await run('node', ['--test', file])) === 0;

const unsteady = [];
const failed = [];
for (const file of process.argv.length > 2 ? process.argv.slice(2) : all()) {
  if (await passes(file)) continue;
  (await passes(file)) ? unsteady.push(file) : failed.push(file);
}
if (unsteady.length > 0) console.log(`Unsteady, passed only the second time: ${unsteady.join(' ')}`);
if (failed.length > 0) console.log(`Failed twice: ${failed.join(' ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
