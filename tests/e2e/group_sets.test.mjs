// Sets of groups: union and intersection, live and as they are now; a copy; who is not in it.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { writePeople } from './lib/people.mjs';
import { startRoster } from './lib/roster.mjs';

let app;
let page;
before(async () => {
  app = await startRoster({
    prepare: ({ roster, file }) => {
      roster('import', writePeople(file('people.csv')), '--country', 'IL');
      roster('group', 'create', 'Board');
      roster('group', 'assign', 'Board', '--search', 'noa');
      roster('group', 'create', 'Choir');
      roster('group', 'assign', 'Choir', '--search', 'levi');
      roster('group', 'assign', 'Choir', '--search', 'kowalski');
    },
  });
  page = app.page;
  await page.shows('5 contacts');
});
after(() => app?.stop());
beforeEach(async () => {
  await page.clear();
  await page.goTo('groups');
  await page.find('row', 'Board');
});

const members = (name) => app.roster('contacts', '--group', name).contacts.length;

async function combine(name, how, isLive) {
  await page.click('checkbox', 'Board');
  await page.click('checkbox', 'Choir');
  await page.click('button', 'Combine');
  await page.find('dialog', 'Combine 2 groups');
  await page.fill('textbox', 'Name of the new group', name);
  await page.click('radio', how);
  if (!isLive) await page.click('checkbox', 'Keep it up to date');
  await page.click('button', 'Create', { exact: true });
  await page.find('row', name);
}

test('a union follows its groups, an intersection that was frozen stays as it is', async () => {
  await combine('Either', 'any of them', true);
  await combine('Both', 'all of them', false);
  assert.deepEqual([members('Either'), members('Both')], [3, 1]);
  app.roster('group', 'assign', 'Choir', '--search', 'cohen');
  app.roster('group', 'assign', 'Board', '--search', 'renee');
  assert.deepEqual([members('Either'), members('Both')], [4, 1]);
});

test('a group is duplicated, and those outside of it are shown', async () => {
  await page.click('button', 'Actions for Choir');
  await page.click('menuitem', 'Duplicate');
  await page.find('row', 'Choir, copy');
  assert.equal(members('Choir, copy'), members('Choir'));
  await page.click('button', 'Actions for Board');
  await page.click('menuitem', 'Show contacts who are not in it');
  await page.shows(`${5 - members('Board')} contacts`);
});
