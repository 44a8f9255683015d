// `npm start`: sets the machine up, builds Roster and opens it. `npm start -- FILE` opens the file's import.
import { resolve } from 'node:path';
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
  say('Building Roster (the first time takes some minutes, later a few seconds)');
  await must('cargo', ['build', '-p', 'roster-desktop']);
  say('Opening Roster');
  const folder = process.env.INIT_CWD ?? ROOT;
  const files = process.argv.slice(2).map((file) => resolve(folder, file));
  return run('cargo', ['run', '--quiet', '-p', 'roster-desktop', '--', ...files]);
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
