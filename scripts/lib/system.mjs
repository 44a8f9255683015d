// The system's own libraries and programs. On Debian and Ubuntu what is missing is installed, where that needs no more than
// the rights at hand or a password typed at the terminal; elsewhere it is named.
import { ask, run } from './run.mjs';
import { Stop, say } from './say.mjs';

/** What each job needs, as Debian names it. */
export const PACKAGES = {
  compiler: ['build-essential'],
  window: ['build-essential', 'pkg-config', 'libwebkit2gtk-4.1-dev'],
  journeys: [
    'webkit2gtk-driver',
    'xvfb',
    'xdotool',
    'xclip',
    'dbus-daemon',
    'python3-gi',
    'gir1.2-gtk-3.0',
    'fonts-dejavu-core',
  ],
};

/** Sees to it that the packages are there. */
export async function needPackages(names) {
  if (process.platform !== 'linux') return;
  if (ask('dpkg-query', ['--version']) === null) return needElsewhere(names);
  const missing = [...new Set(names)].filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  await install(missing);
  const still = missing.filter((name) => !isInstalled(name));
  if (still.length > 0)
    throw new Stop(`These packages of the system could not be installed. Please run:\n\n  ${command(still)}`);
}

function isInstalled(name) {
  return ask('dpkg-query', ['-s', name])?.includes('Status: install ok installed') ?? false;
}

async function install(missing) {
  const prefix = rights();
  if (!prefix) throw new Stop(`These packages of the system are missing. Please run:\n\n  ${command(missing)}`);
  say(`Installing packages of the system: ${missing.join(' ')}`);
  const [program, ...before] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  // An old list of packages may do; if not, the installation says so.
  await run(program, [...before, 'update', '-qq']);
  await run(program, [...before, 'install', '-y', '-qq', '--no-install-recommends', ...missing]);
}

/** How to become root: nothing to do, sudo, or null where there is no way without asking somebody. */
function rights() {
  if (process.getuid() === 0) return [];
  if (ask('sudo', ['-n', 'true']) !== null) return ['sudo', '-n'];
  return process.stdin.isTTY && ask('sudo', ['--version']) !== null ? ['sudo'] : null;
}

function command(names) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

/** Other Linux systems name their packages differently, so only what can be told from outside is asked for. */
function needElsewhere(names) {
  if (!names.includes('libwebkit2gtk-4.1-dev')) return;
  if (ask('pkg-config', ['--exists', 'webkit2gtk-4.1']) !== null) return;
  throw new Stop(
    'Roster sets itself up on Debian and Ubuntu only. On this system please install a C compiler, pkg-config and the ' +
      'development files of WebKitGTK 4.1 (Fedora: webkit2gtk4.1-devel; Arch: webkit2gtk-4.1), then try again.',
  );
}
