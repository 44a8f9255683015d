// `npm run roster -- ARGS`: builds the command-line program and runs it where npm was called. Its exit code is this one's.
import { join } from 'node:path';
import { ask, must, ROOT, run } from './lib/run.mjs';
import { main } from './lib/say.mjs';
import { needPackages, PACKAGES } from './lib/system.mjs';
import { needNode, needRust } from './lib/tools.mjs';

main(async () => {
  needNode();
  needRust();
  if (ask('cc', ['--version']) === null) await needPackages(PACKAGES.compiler);
  const manifest = ['--manifest-path', join(ROOT, 'Cargo.toml'), '-p', 'roster-cli'];
  // On a terminal the build shows how far it is; a script that reads the output gets nothing but the answer.
  await must('cargo', ['build', ...(process.stderr.isTTY ? [] : ['--quiet']), ...manifest]);
  return run('cargo', ['run', '--quiet', ...manifest, '--', ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? ROOT,
  });
});
