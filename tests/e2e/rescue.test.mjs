// A workspace that can't be opened: the screen says what is wrong, brings a backup back, or saves what can be read.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { writePeople } from './lib/people.mjs';
import { startRoster } from './lib/roster.mjs';

/** Roster on a workspace whose head is destroyed; with a backup where it is wanted. */
const broken = (hasBackup) =>
  startRoster({
    prepare: ({ roster, file }) => {
      roster('import', writePeople(file('people.csv')), '--country', 'IL');
      if (hasBackup) roster('backups', 'make');
      const path = file('roster/contacts.roster');
      const bytes = readFileSync(path);
      bytes.fill(0x58, 0, 100);
      writeFileSync(path, bytes);
    },
  });

test('the newest backup takes the place of a damaged workspace, which is kept', async (t) => {
  const app = await broken(true);
  t.after(() => app.stop());
  const { page } = app;
  await page.shows('This workspace can’t be opened');
  await page.shows('The beginning of the file is destroyed');
  await page.picture('rescue');
  assert.deepEqual(await page.violations(), []);
  await page.click('button', 'Restore the backup of');
  // The grid of the workspace that is open now; the number of contacts stands on the screen before.
  await page.find('gridcell', 'Noa Levi');
  assert.equal(app.roster('check').ok, true);
  const kept = readdirSync(app.file('roster')).filter((name) => name.includes('damaged'));
  assert.equal(kept.length, 1);
});

test('what can be read is saved into a new workspace, and the file stays as it is', async (t) => {
  const app = await broken(false);
  t.after(() => app.stop());
  const { page, hands } = app;
  await page.shows('There are no backups');
  const before = readFileSync(app.file('roster/contacts.roster'));
  await page.click('button', 'Save into a new workspace');
  await hands.choose('New workspace', app.file('saved.roster'));
  await page.shows('5 contacts were saved');
  assert.deepEqual(await page.violations(), []);
  await page.click('button', 'Go on in the new workspace');
  await page.shows('Noa Levi');
  assert.ok(before.equals(readFileSync(app.file('roster/contacts.roster'))));
  assert.ok(existsSync(app.file('saved.roster')));
});
