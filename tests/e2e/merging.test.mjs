// Contacts that are one person: compared side by side, merged, brought back; an opt-out stays all the while.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PEOPLE, writePeople } from './lib/people.mjs';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

const NOA_AGAIN = ['Noah', 'Levi', '', 'noa@home.example', '', 'Akko', '', '9'];

let app;
let page;
before(async () => {
  app = await startRoster({
    prepare: ({ roster, file }) => {
      roster('import', writePeople(file('people.csv'), [...PEOPLE.slice(0, 5), NOA_AGAIN]), '--country', 'IL');
      roster('optout', 'add', 'noa@home.example');
    },
  });
  page = app.page;
  await page.shows('6 contacts');
});
after(() => app?.stop());

const named = (name) => app.roster('contacts', '--search', name).contacts;

test('two contacts are merged, with one first name chosen and everything else together', async () => {
  await page.fill('textbox', 'Search contacts', 'Levi');
  await page.shows('2 contacts');
  await page.click('checkbox', 'Select all');
  await page.shows('2 selected');
  await page.click('button', 'More', { exact: true });
  await page.click('menuitem', 'Merge');
  await page.find('dialog', 'Merge 2 contacts');
  await page.shows('noa@home.example');
  await page.click('radio', 'Noah, of Noah Levi');
  await page.click('button', 'Merge', { exact: true });
  await page.shows('2 contacts merged into Noah Levi');
  await until(() => named('levi').length === 1, 'one contact');
  const [noah] = named('levi');
  assert.deepEqual(noah.points.map(({ value, status }) => `${value} ${status}`).sort(), [
    '050-123-4567 active',
    'noa@blueharbour.example active',
    'noa@home.example opted_out',
  ]);
});

test('an Undo brings both back as they were', async () => {
  await page.click('button', 'Undo', { exact: true });
  await until(() => named('levi').length === 2, 'both contacts');
  assert.deepEqual(
    named('levi')
      .map(({ name }) => name)
      .sort(),
    ['Noa Levi', 'Noah Levi'],
  );
  assert.equal(app.roster('optouts').total, 1);
});
