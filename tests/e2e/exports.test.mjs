// An export for another program, one in several files in a folder that was picked, and one that is kept under a name.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import { writePeople } from './lib/people.mjs';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

const CONTROL = '\uE009';
const CITIES = ['Haifa', 'תל אביב', 'Łódź', '香港', 'Paris'];

let app;
let page;
before(async () => {
  app = await startRoster({
    prepare: ({ roster, file }) =>
      roster('import', writePeople(file('people.csv')), '--country', 'IL', '--group', 'Choir'),
  });
  page = app.page;
  await page.shows('5 contacts');
});
after(() => app?.stop());
beforeEach(async () => {
  await page.clear();
  await page.goTo('contacts');
  await page.call([CONTROL, 'e'], 'dialog', 'Export contacts');
});

test('a list for Google Contacts is read back as Google’s, and what that can’t hold is told', async () => {
  const path = app.file('google.csv');
  await page.click('radio', 'CSV');
  await page.click('button', 'Who opens it?');
  await page.choose('Google Contacts');
  await page.shows('With Google’s own header');
  await page.click('button', 'Export …');
  await app.hands.choose('^Save the export$', path);
  await until(() => existsSync(path), 'the file');
  const preview = app.roster('preview', path);
  assert.equal(preview.dialect.name, 'google');
  assert.ok(preview.columns.some(({ column, field }) => column === 'Labels' && field === 'groups'));
  assert.ok(readFileSync(path, 'utf8').includes('Choir'));
});

test('a file for each city goes into the folder that was picked', async () => {
  const folder = app.file('lists');
  mkdirSync(folder);
  await page.click('radio', 'Excel');
  await page.click('button', 'One file');
  await page.choose('A file for each: City');
  await page.shows('You choose a folder.');
  await page.click('button', 'Export …');
  await app.hands.chooseFolder('^Choose a folder for the files$', folder);
  await page.shows('5 contacts exported into 5 files');
  assert.deepEqual(readdirSync(folder).sort(), CITIES.map((city) => `${city}.xlsx`).sort());
  for (const file of readdirSync(folder)) assert.equal(app.roster('preview', `${folder}/${file}`).rows.length, 1, file);
});

test('an export is kept under a name and chosen again', async () => {
  await page.click('radio', 'CSV');
  await page.click('button', 'Profile: None');
  await page.click('menuitem', 'Save as a profile …');
  await page.fill('textbox', 'Name of the profile', 'For the printer');
  await page.click('button', 'Save', { exact: true });
  await page.find('button', 'Profile: For the printer');
  assert.equal(app.roster('export-profiles').profiles[0].choice.format, 'csv');
  // As on another day: what the dialog was last set to is gone.
  await page.session.run('location.reload()');
  await page.shows('5 contacts');
  await page.call([CONTROL, 'e'], 'dialog', 'Export contacts');
  await page.click('button', 'Profile: None');
  await page.click('menuitem', 'For the printer');
  await page.find('button', 'Profile: For the printer');
  await page.shows('Who opens it?');
});
