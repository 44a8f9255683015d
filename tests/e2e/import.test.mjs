// From a spreadsheet to contacts: chosen, dropped, pasted; taken back; and files that can't be read.
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import { asText, PEOPLE, writePeople } from './lib/people.mjs';
import { startRoster } from './lib/roster.mjs';
import { wizardOf } from './lib/wizard.mjs';

const sample = (name) => new URL(`../samples/${name}`, import.meta.url);

let app;
let page;
let wizard;
before(async () => {
  app = await startRoster();
  page = app.page;
  wizard = wizardOf(page);
  await page.shows('Drop a spreadsheet here');
});
after(() => app?.stop());
afterEach(() => page.clear());

test('a chosen file walks through the four stages, and its rows stand in the grid', async () => {
  const file = writePeople(app.file('Mitglieder Łódź.csv'));
  await page.click('button', 'Choose a file');
  await app.hands.choose('^Choose a file of contacts$', file);

  await wizard.at('Source');
  await page.shows('Kowalski');
  await page.shows('UTF-8');
  await wizard.on();
  await wizard.at('Fields');
  await page.shows('7 of 8');
  await page.click('button', 'Shelf');
  await page.click('menuitem', 'Ignore');
  await wizard.on();
  await wizard.at('Groups');
  await page.fill('textbox', 'Name', 'Members');
  await page.click('button', 'Add the group');
  await wizard.on();
  await page.shows('6 rows checked');
  assert.deepEqual(app.roster('stats').contacts, 0, 'nothing is written before the last step');
  await wizard.carryOut();

  const stats = app.roster('stats');
  assert.equal(stats.contacts, 5);
  assert.equal(app.roster('groups').groups[0].name, 'Members');
  await page.click('button', 'Show the new contacts');
  for (const name of ['Noa Levi', 'נועה כהן', 'Łukasz Kowalski']) await page.find('gridcell', name);
  assert.equal(readFileSync(file, 'utf8'), `${asText(PEOPLE, ',')}\n`, 'the file is as it was');
});

test('an import is taken back from its summary', async () => {
  const more = writePeople(app.file('more.csv'), [
    ['Isla', 'Brown', 'Haifa Clinic', 'isla@clinic.example', '', 'Haifa', '', ''],
  ]);
  await page.click('button', 'Import', { exact: true });
  await app.hands.choose('^Choose a file of contacts$', more);
  await wizard.walk();
  assert.equal(app.roster('stats').contacts, 6);
  await page.click('button', 'Undo this import');
  await page.shows('This import was undone');
  assert.equal(app.roster('stats').contacts, 5);
  await page.click('button', 'Close', { exact: true });
});

test('a workbook is dropped on the window', async () => {
  const file = app.file('Liste für Łódź.xlsx');
  const source = writePeople(app.file('dropped.csv'), [
    ['Tom', 'Jones', 'Quill', 'tom@quill.example', '+44 7400 654321', 'Leeds', '1975-01-01', ''],
  ]);
  const elsewhere = ['--workspace', app.file('elsewhere.roster')];
  app.roster(...elsewhere, 'import', source);
  app.roster(...elsewhere, 'export', file);

  await app.hands.drop([file], () => page.shows('Drop to import'));
  await wizard.at('Source');
  await page.shows('Liste für Łódź.xlsx');
  await wizard.walk();
  await page.click('button', 'Show the new contacts');
  await page.find('gridcell', 'Tom Jones');
  assert.equal(app.roster('contacts', '--search', 'tom').total, 1);
});

test('pasted rows become contacts', async () => {
  await app.hands.focus('– Roster$');
  app.hands.press('ctrl+shift+v');
  await wizard.at('Source');
  const rows = [['Siobhán', 'Taylor', 'Rockets', 'siobhan@rockets.example', '', 'Cork', '', '']];
  await page.click('textbox', 'Rows to import');
  app.hands.paste(asText(rows, ';'));
  await page.shows('semicolons');
  await wizard.walk();
  await page.click('button', 'Show the new contacts');
  await page.find('gridcell', 'Siobhán Taylor');
});

test('a file that can’t be read is named, and the wizard stays of use', async () => {
  const protectedFile = app.file('protected.xlsx');
  copyFileSync(sample('pass_protected.xlsx'), protectedFile);
  const damaged = app.file('damaged.xlsx');
  const whole = readFileSync(sample('date.xlsx'));
  writeFileSync(damaged, whole.subarray(0, whole.length / 2));

  await page.click('button', 'Import', { exact: true });
  await app.hands.choose('^Choose a file of contacts$', damaged);
  await page.shows('damaged');
  await page.click('button', 'Choose another');
  await app.hands.choose('^Choose a file of contacts$', protectedFile);
  await page.shows('protected by a password');
  await page.click('button', 'Choose another');
  await app.hands.choose('^Choose a file of contacts$', app.file('more.csv'));
  await page.shows('Isla');
  await page.click('button', 'Cancel', { exact: true });
  assert.equal(app.roster('check').ok, true);
});
