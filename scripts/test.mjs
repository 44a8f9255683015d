// `npm test`: sets the machine up and runs every check, the quick ones first; stops at the first that fails and names it.
// `npm test -- clippy journeys` runs only the steps named.
import { needNodeModules, needPage } from './lib/page.mjs';
import { ask, run } from './lib/run.mjs';
import { main, Stop, say } from './lib/say.mjs';
import { needPackages, PACKAGES } from './lib/system.mjs';
import { needNode, needRust, needRustLints } from './lib/tools.mjs';

const STEPS = [
  { name: 'format', about: 'Rust is formatted', command: 'cargo fmt --all --check' },
  { name: 'lint', about: 'the page, the scripts: Biome and knip', command: 'npm run --silent lint' },
  { name: 'types', about: 'the types of the page', command: 'npm run --silent types' },
  { name: 'ui', about: 'tests of the page', command: 'npm run --silent ui:test' },
  { name: 'clippy', about: 'Rust without warnings', command: 'cargo clippy --workspace --all-targets -- -D warnings' },
  {
    name: 'deny',
    about: 'licences and sources of Rust packages',
    command: 'cargo deny check bans licenses sources',
    skip: () => ask('cargo', ['deny', '--version']) === null && 'cargo-deny is not installed',
  },
  { name: 'build', about: 'the programs', command: 'cargo build --workspace --bins' },
  { name: 'rust', about: 'tests of the crates, bindings and acceptance', command: 'cargo test --workspace' },
  {
    name: 'journeys',
    about: 'the real window',
    command: 'node scripts/journeys.mjs',
    skip: () => process.platform !== 'linux' && 'WebKitWebDriver drives the window on Linux only',
  },
];

main(async () => {
  const steps = chosen(process.argv.slice(2));
  await setUp();
  const results = [];
  for (const [index, step] of steps.entries()) {
    say(`${index + 1}/${steps.length} ${step.name}: ${step.about}`);
    const result = await carryOut(step);
    results.push(result);
    if (result.outcome === 'failed') break;
  }
  return conclude(results);
});

function chosen(names) {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Stop(`No step ${unknown.join(', ')}. There are: ${STEPS.map(({ name }) => name).join(' ')}`);
  return names.length === 0 ? STEPS : STEPS.filter((step) => names.includes(step.name));
}

async function setUp() {
  needNode();
  needRust();
  await needRustLints();
  await needPackages([...PACKAGES.window, ...PACKAGES.journeys]);
  await needNodeModules();
  await needPage();
}

async function carryOut({ name, command, skip }) {
  const reason = skip?.();
  if (reason) {
    console.log(`skipped: ${reason}`);
    return { name, command, outcome: 'skipped', seconds: 0 };
  }
  const began = performance.now();
  const [program, ...args] = command.split(' ');
  const code = await run(program, args);
  return { name, command, outcome: code === 0 ? 'passed' : 'failed', seconds: (performance.now() - began) / 1000 };
}

function conclude(results) {
  say('Summary');
  for (const { name, outcome, seconds } of results)
    console.log(`  ${name.padEnd(10)}${outcome.padEnd(9)}${seconds.toFixed(0).padStart(4)} s`);
  const failed = results.find(({ outcome }) => outcome === 'failed');
  if (failed) console.log(`\n${failed.name} failed. To run it alone: npm test -- ${failed.name}   (${failed.command})`);
  const count = (wanted) => results.filter(({ outcome }) => outcome === wanted).length;
  console.log(`\nsteps: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
  return failed ? 1 : 0;
}
