// Completes package-lock.json with the optional packages of other platforms.
//
// npm leaves an optional package out of the lock when the registry in use does not serve it, and `npm ci` then refuses the
// lock. The names and versions stand in the lock anyway, as optional dependencies of what needs them; this script gives
// each its own entry, so that every platform installs from the same lock. Run it after each change of the dependencies
// (`npm run lock:fill`). It also fails when the lock names a download address: those differ between registries.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'win32', 'openharmony', 'aix', 'netbsd', 'openbsd', 'sunos'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'riscv64', 'ppc64', 's390x', 'wasm32', 'loong64', 'mips64el'];

/** The entry for a platform package, read from its name (`…-linux-arm64-gnu`), or null when the name tells no processor. */
function entryFor(name, version, dev) {
  const words = name.split('/').pop().split('-');
  const cpu = PROCESSORS.find((word) => words.includes(word));
  if (!cpu) return null;
  const os = SYSTEMS.find((word) => words.includes(word));
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
  return {
    version,
    cpu: [cpu],
    ...(dev ? { dev: true } : {}),
    ...(libc ? { libc } : {}),
    optional: true,
    ...(os ? { os: [os] } : {}),
  };
}

function fill(packages) {
  const added = {};
  for (const { optionalDependencies = {}, dev } of Object.values(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const key = `node_modules/${name}`;
      const entry = packages[key] ? null : entryFor(name, version, dev);
      if (entry) added[key] = entry;
    }
  }
  return added;
}

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const added = fill(lock.packages);
const entries = Object.entries({ ...lock.packages, ...added });
lock.packages = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${Object.keys(added).length} platform packages added to ${FILE}`);

const addressed = Object.keys(lock.packages).filter((key) => lock.packages[key].resolved);
if (addressed.length > 0) {
  console.error(`These packages name a download address: ${addressed.join(', ')}`);
  process.exit(1);
}
