// `npm run bench`: what Roster costs, as ratios measured on one machine in one run. It is no test: nothing but this
// script judges the figures. `-- --rows N` for another size, `-- --runs N` for more repetitions, `-- --json` for JSON
// alone, `-- --crowd` for filters and groups among a million contacts instead (which takes long the first time). Exits with
// 1 when a figure is above its limit.
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ask, must, ROOT } from './lib/run.mjs';
import { main, Stop } from './lib/say.mjs';
import { needRust } from './lib/tools.mjs';

const LIMITS = { csvRatio: 8, xlsxRatio: 1.5, peakMb: 300, searchMs: 30, pageMs: 16, filterMs: 200, groupsMs: 300 };

const { values: options } = parseArgs({
  options: {
    crowd: { type: 'boolean', default: false },
    rows: { type: 'string' },
    runs: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});
const rows = Number(options.rows ?? (options.crowd ? 1_000_000 : 100_000));
const runs = Number(options.runs);

main(async () => {
  if (!(rows > 0 && runs > 0)) throw new Stop('--rows and --runs take a number above 0.');
  needRust();
  if (ask('sqlite3', ['--version']) === null)
    throw new Stop('sqlite3 is missing, which the import is compared with: apt-get install sqlite3');
  await must('cargo', ['build', '--release', '--quiet', '-p', 'roster-cli', '-p', 'roster-bench']);
  const desk = new Desk(JSON.parse(ask('cargo', ['metadata', '--format-version', '1', '--no-deps'])).target_directory);
  desk.makePeople();
  const figures = { rows, ...(options.crowd ? desk.crowd() : { ...desk.imports(), ...desk.searches() }) };
  const lines = options.crowd ? judgeCrowd(figures) : judge(figures);
  const within = lines.every(({ ok }) => ok);
  writeFileSync(desk.path(options.crowd ? 'crowd.json' : 'result.json'), `${JSON.stringify(figures, null, 2)}\n`);
  if (!options.json) options.crowd ? list(lines) : show(lines, figures);
  console.log(JSON.stringify(figures));
  return within ? 0 : 1;
});

/** The folder of the made-up people, and the programs that are measured on them. */
class Desk {
  constructor(target) {
    this.folder = join(target, 'bench', String(rows));
    this.helper = join(target, 'release', 'roster-bench');
    this.roster = join(target, 'release', 'roster');
    mkdirSync(this.folder, { recursive: true });
  }

  path(name) {
    return join(this.folder, name);
  }

  /** Runs the helper and reads its answer. */
  help(...args) {
    const answer = ask(this.helper, args);
    if (answer === null) throw new Stop(`This failed: ${this.helper} ${args.join(' ')}`);
    return JSON.parse(answer);
  }

  /** The same people for the same number of rows; made anew when the helper has changed. */
  makePeople() {
    const made = this.path('people.xlsx');
    if (existsSync(made) && statSync(made).mtimeMs > statSync(this.helper).mtimeMs) return;
    this.help('generate', '--rows', String(rows), '--csv', this.path('people.csv'), '--xlsx', made);
  }

  /** One run of a program on fresh files. */
  measure(command, ...fresh) {
    for (const file of fresh)
      for (const ending of ['', '-wal', '-shm']) rmSync(this.path(file) + ending, { force: true });
    return this.help('measure', '--', ...command);
  }

  import(source, workspace) {
    const command = [this.roster, '--workspace', this.path(workspace), '--json', 'import', this.path(source)];
    return this.measure([...command, '--country', 'ES'], workspace);
  }

  /** What is compared runs by turns, so that whatever else the machine does falls on all of it. */
  imports() {
    const flat = ['sqlite3', this.path('flat.db'), `.import --csv ${this.path('people.csv')} people`];
    const turns = Array.from({ length: runs }, () => ({
      sqlite: this.measure(flat, 'flat.db'),
      csv: this.import('people.csv', 'csv.roster'),
      cells: this.measure([this.helper, 'cells', this.path('people.xlsx')]),
      xlsx: this.import('people.xlsx', 'xlsx.roster'),
    }));
    const of = (program) => middle(turns.map((turn) => turn[program]));
    const size = (name) => Math.round(statSync(this.path(name)).size / 1e6);
    return {
      sqlite: of('sqlite'),
      cells: of('cells'),
      import: { csv: of('csv'), xlsx: of('xlsx') },
      ratios: turns.map(({ sqlite, csv }) => csv.cpu / sqlite.cpu),
      database_mb: { flat: size('flat.db'), roster: size('csv.roster') },
    };
  }

  /** Filters and groups among many; the workspace is kept for the next time. */
  crowd() {
    const workspace = this.path('crowd.roster');
    if (!existsSync(workspace)) {
      this.import('people.csv', 'crowd.roster');
      ask('sqlite3', [workspace, `.read ${join(ROOT, 'bench', 'groups.sql')}`]);
    }
    return { crowd: this.help('crowd', workspace, this.path('people.csv')) };
  }

  searches() {
    return { list: this.help('search', this.path('csv.roster'), this.path('people.csv')) };
  }
}

/** The middle one of several runs by processor time; the peak is the largest of all. */
function middle(results) {
  const sorted = results.toSorted((a, b) => a.cpu - b.cpu);
  const peak_mb = Math.max(...results.map((result) => result.peak_mb));
  return { ...sorted[Math.floor(sorted.length / 2)], peak_mb };
}

const line = (what, value, limit, unit) => ({ what, value, limit, unit, ok: value <= limit });

/** For figures that are told, not judged. */
const unlimited = Number.POSITIVE_INFINITY;

/** A filter that begins with a name, an e-mail or a phone is answered from an index; others have to look at everyone. */
const INDEXED = ['organization', 'email'];

function judgeCrowd({ crowd: { filters, groups } }) {
  const of = ([field, { p50 }]) =>
    INDEXED.includes(field)
      ? line(`five conditions, one on ${field}, median`, p50, LIMITS.filterMs, 'ms')
      : line(`five conditions, one on ${field}, no index serves`, p50, unlimited, 'ms');
  return [
    ...Object.entries(filters).map(of),
    line('counting ahead, beside the first contacts', groups.ahead_ms, unlimited, 'ms'),
    line(`${groups.groups} groups with their counts, first look`, groups.first_ms, LIMITS.groupsMs, 'ms'),
    line('the same after a change', groups.after_a_change_ms, LIMITS.groupsMs, 'ms'),
    line('the same later, median', groups.later.p50, LIMITS.groupsMs, 'ms'),
  ];
}

/** The figures that have a limit. */
function judge({ sqlite, cells, import: { csv, xlsx }, list }) {
  const peak = Math.max(csv.peak_mb, xlsx.peak_mb);
  return [
    line('import of csv / sqlite3 .import, processor time', csv.cpu / sqlite.cpu, LIMITS.csvRatio, '×'),
    line('import of xlsx, without reading cells / of csv', (xlsx.cpu - cells.cpu) / csv.cpu, LIMITS.xlsxRatio, '×'),
    line('largest memory of an import', peak, LIMITS.peakMb, 'MB'),
    line('reading ahead for the search, beside the first contacts', list.ahead_ms, unlimited, 'ms'),
    ...Object.entries(list.search).map(([kind, { p95 }]) => line(`search, ${kind}, p95`, p95, LIMITS.searchMs, 'ms')),
    line('a page anywhere, p95', list.page.p95, LIMITS.pageMs, 'ms'),
  ];
}

function show(lines, { sqlite, cells, import: { csv, xlsx }, ratios, database_mb, list: first }) {
  const seconds = ({ cpu, wall }) => `${cpu.toFixed(2)} s of processor, ${wall.toFixed(2)} s by the clock`;
  console.log(`\n${rows} contacts with 13 columns, the middle of ${runs} runs\n`);
  console.log(`  sqlite3 .import        ${seconds(sqlite)}`);
  console.log(`  calamine's cells       ${seconds(cells)}`);
  console.log(`  roster import of csv   ${seconds(csv)}`);
  console.log(`  roster import of xlsx  ${seconds(xlsx)}`);
  console.log(`  database               ${database_mb.flat} MB flat, ${database_mb.roster} MB Roster's`);
  console.log(`  the first list         ${first.first_page_ms} ms, other orders ${JSON.stringify(first.sort)} ms\n`);
  console.log(`  csv / sqlite3 by turns ${ratios.map((ratio) => ratio.toFixed(1)).join(' ')}`);
  list(lines);
}

function list(lines) {
  for (const { what, value, limit, unit, ok } of lines) {
    const figure = `${value.toFixed(2)} ${unit}`.padStart(12);
    const most = Number.isFinite(limit) ? `   limit ${limit} ${unit}` : '';
    console.log(`  ${what.padEnd(50)}${figure}${most}${ok ? '' : '   ABOVE'}`);
  }
  console.log('');
}
