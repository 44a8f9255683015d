// `npm start`: sets the machine up, builds Roster and opens it. `npm start -- FILE` opens the file's import;
// `npm start -- --release` takes the build that is quicker at work and slower to make.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { needNodeModules, needPage } from './lib/page.mjs';
import { ask, must, ROOT, run } from './lib/run.mjs';
import { main, Stop, say } from './lib/say.mjs';
import { needPackages, PACKAGES } from './lib/system.mjs';
import { needNode, needRust } from './lib/tools.mjs';

main(async () => {
  needDisplay();
  needNode();
  needRust();
  await needPackages(PACKAGES.window);
  await needNodeModules();
  await needPage();
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { release: { type: 'boolean' } } });
  const build = ['-p', 'roster-desktop', ...(values.release ? ['--release'] : [])];
  say('Building Roster (the first time takes some minutes, later a few seconds)');
  await must('cargo', ['build', ...build]);
  say('Opening Roster');
  const folder = process.env.INIT_CWD ?? ROOT;
  return run('cargo', ['run', '--quiet', ...build, '--', ...positionals.map((file) => resolve(folder, file))]);
});

/** A Linux machine without a display can do the same job without a window. */
function needDisplay() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return;
  throw new Stop(
    'There is no display here, so Roster has nowhere to open its window. The same job is done without one by:\n\n' +
      '  npm run roster -- import FILE\n\n' +
      `All commands: npm run roster -- --help${ask('which', ['xvfb-run']) ? '\nOn a display of its own: xvfb-run -a npm start' : ''}`,
  );
}
