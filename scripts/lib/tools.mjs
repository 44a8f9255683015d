// Node and Rust: new enough, and found even where the shell was not restarted after installing Rust.
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ask, must, ROOT } from './run.mjs';
import { Stop, say } from './say.mjs';

const NODE = [20, 19];

export function needNode() {
  if (isOlder(numbers(process.versions.node), NODE)) {
    throw new Stop(
      `Roster needs Node ${NODE.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org`,
    );
  }
}

export function needRust() {
  findCargo();
  const wanted = readFileSync(join(ROOT, 'Cargo.toml'), 'utf8').match(/^rust-version = "(.+)"$/m)[1];
  const found = ask('rustc', ['--version'])?.split(' ')[1];
  if (!found || isOlder(numbers(found), numbers(wanted))) {
    throw new Stop(
      `Roster needs Rust ${wanted} or newer; ${found ? `this is ${found}` : 'there is none'}. Install it from https://rustup.rs:\n\n` +
        "  curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y",
    );
  }
}

/** rustfmt and clippy, which a minimal Rust comes without. */
export async function needRustLints() {
  const missing = ['rustfmt', 'clippy'].filter(
    (name) => ask('cargo', [name === 'rustfmt' ? 'fmt' : name, '--version']) === null,
  );
  if (missing.length === 0) return;
  if (ask('rustup', ['--version']) === null)
    throw new Stop(`Install these parts of Rust as well: ${missing.join(', ')}`);
  say(`Adding to Rust: ${missing.join(', ')}`);
  await must('rustup', ['component', 'add', ...missing]);
}

function findCargo() {
  const bin = join(homedir(), '.cargo', 'bin');
  if (ask('cargo', ['--version']) === null && existsSync(bin))
    process.env.PATH = `${bin}${delimiter}${process.env.PATH}`;
}

function numbers(version) {
  return version.split('.').map((part) => Number.parseInt(part, 10));
}

function isOlder([major, minor], [wantedMajor, wantedMinor]) {
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}
