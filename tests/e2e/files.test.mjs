// Files of contacts and organizations in the real window: picked and dropped, opened by the system, saved, removed and taken
// back, and noticed when their content is gone.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { writePeople } from './lib/people.mjs';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

const CONTROL = '\uE009';
const ENTER = '\uE007';
const UP = '\uE013';
const TAB = '\uE004';

let app;
let page;
before(async () => {
  app = await startRoster({
    prepare: ({ roster, file }) => roster('import', writePeople(file('people.csv')), '--country', 'IL'),
    programs: { 'xdg-open': 'printf "%s\\n" "$1" >> "$HOME/opened"' },
  });
  page = app.page;
  await page.shows('5 contacts');
  await page.click('gridcell', 'Noa Levi');
  await page.click('tab', 'Files');
  await page.shows('No files yet');
});
after(() => app?.stop());

const make = (name, text) => {
  writeFileSync(app.file(name), text);
  return app.file(name);
};
const noa = () => app.roster('contacts', '--search', 'noa levi').contacts[0].id;
const names = () => app.roster('contact', 'files', String(noa())).files.map(({ name }) => name);
const opened = () => {
  const log = `${app.env.HOME}/opened`;
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
};
/** The contents that lie beside the workspace. */
const contents = () => {
  const folder = app.file('roster/contacts.roster.files');
  return readdirSync(folder).flatMap((two) =>
    readdirSync(`${folder}/${two}`).map((hash) => `${folder}/${two}/${hash}`),
  );
};
async function act(file, action) {
  await page.click('button', `Actions for ${file}`);
  await page.click('menuitem', action);
}

test('a file is attached by the picker, and opened by the system as a copy under its name', async () => {
  await page.click('button', 'Choose files…');
  await app.hands.choose('Choose files to attach', make('Letter to Noa.txt', 'Dear Noa'));
  await page.shows('1 file attached');
  assert.deepEqual(names(), ['Letter to Noa.txt']);
  await page.click('row', 'Letter to Noa.txt');
  const [path] = await until(() => opened().length > 0 && opened(), 'the system to open it');
  assert.match(path, /\/Letter to Noa\.txt$/);
  assert.equal(readFileSync(path, 'utf8'), 'Dear Noa');
  assert.ok(!path.includes('.files'), 'the content itself is not what programs get');
  assert.deepEqual(await page.violations(), []);
});

test('files that are dropped are attached, not imported, and a folder is named as refused', async () => {
  const files = [make('people 2.csv', 'Name\nEva'), make('רשימה.txt', 'שלום'), app.file('roster')];
  await app.hands.drop(files, () => page.shows('Drop to attach to Noa Levi'));
  await page.shows('2 files attached');
  await page.shows('a folder can’t be attached');
  assert.deepEqual(names().toSorted(), ['Letter to Noa.txt', 'people 2.csv', 'רשימה.txt']);
  assert.deepEqual(await page.all('dialog'), [], 'no wizard');
  assert.deepEqual(await page.violations(), []);
  await page.picture('files-journey');
  await page.click('button', 'Close', { exact: true });
});

test('a removed file comes back with Ctrl+Z', async () => {
  await act('people 2.csv', 'Remove');
  await page.shows('people 2.csv was removed');
  await until(() => names().length === 2, 'two files');
  await page.session.press(CONTROL, 'z');
  await until(() => names().length === 3, 'three files');
  await page.find('row', 'people 2.csv');
});

test('a program is never opened, and a copy of a file is saved where the user wants it', async () => {
  const before = opened().length;
  await app.hands.drop([make('setup.sh', 'echo no')], () => page.shows('Drop to attach'));
  await page.shows('1 file attached');
  await page.click('row', 'setup.sh');
  await page.shows('Roster doesn’t open programs');
  assert.equal(opened().length, before);
  await act('Letter to Noa.txt', 'Save a copy…');
  await app.hands.choose('Save a copy…', app.file('copy.txt'));
  await until(() => existsSync(app.file('copy.txt')), 'the copy');
  assert.equal(readFileSync(app.file('copy.txt'), 'utf8'), 'Dear Noa');
});

test('by keyboard: a preview, and another name', async () => {
  await page.click('tab', 'Files');
  await until(async () => {
    const [role, text] = await page.session.run('const e = document.activeElement; return [e.role, e.textContent]');
    if (role === 'row' && text.startsWith('רשימה')) return true;
    await page.session.press(role === 'row' ? UP : TAB);
    return false;
  }, 'the keyboard on the text');
  await page.session.press(' ');
  await page.find('dialog', 'רשימה.txt');
  await page.shows('שלום');
  await page.clear();
  await act('רשימה.txt', 'Rename…');
  await page.fill('textbox', 'Name', `מוזמנים${ENTER}`);
  await page.find('row', 'מוזמנים.txt');
  assert.ok(names().includes('מוזמנים.txt'));
});

test('a content that has gone is noticed, and attaching the same file again brings it back', async () => {
  const gone = contents().find((path) => readFileSync(path, 'utf8') === 'Dear Noa');
  rmSync(gone);
  for (const name of ['Łukasz Kowalski', 'Noa Levi']) {
    await page.click('gridcell', name);
    await page.find('heading', name);
  }
  await page.click('tab', 'Files');
  await page.shows('Missing. Attach the same file again');
  await app.hands.drop([app.file('Letter to Noa.txt')], () => page.shows('Drop to attach'));
  await page.shows('This file is attached already');
  await until(async () => !(await page.text()).includes('Missing.'), 'nothing missing');
  assert.equal(app.roster('check').ok, true);
});

test('the files of an organization are its own', async () => {
  await page.goTo('organizations');
  await page.click('gridcell', 'Blue Harbour');
  await page.click('tab', 'Files');
  await page.shows('No files yet');
  await app.hands.drop([make('Offer.pdf', '%PDF')], () => page.shows('Drop to attach to Blue Harbour'));
  await page.find('row', 'Offer.pdf');
  assert.ok(!names().includes('Offer.pdf'));
  assert.deepEqual(await page.violations(), []);
});
