// Groups: one that follows a filter built from conditions, pinned contacts and why they are in; merging; the difference of two,
// by the keyboard alone.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { writePeople } from './lib/people.mjs';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

const SPACE = ' ';
const ENTER = '\uE007';
const TAB = '\uE004';
const RIGHT = '\uE014';
const UP = '\uE013';
const DOWN = '\uE015';

let app;
let page;
before(async () => {
  app = await startRoster({
    prepare: ({ roster, file }) => {
      roster('import', writePeople(file('people.csv')), '--country', 'IL', '--group', 'Everyone');
      roster('group', 'create', 'Board');
      roster('group', 'assign', 'Board', '--search', 'noa levi');
      roster('group', 'create', 'Choir');
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

const members = (name) =>
  app
    .roster('contacts', '--group', name)
    .contacts.map((contact) => contact.name)
    .sort();

const choose = async (what, option) => {
  await page.click('button', what);
  await page.choose(option);
};

test('a group that follows a filter is built from conditions, with the count of whom they choose', async () => {
  await page.click('button', 'New group');
  await page.fill('textbox', 'Name', 'Of Haifa');
  await page.click('radio', 'By filter');
  await page.click('button', 'Condition', { exact: true });
  await choose('Field', 'City');
  await page.fill('textbox', 'Value', 'Haifa');
  await page.shows('1 contact\n');
  await page.click('button', 'Group of conditions');
  await page.click('radio', 'none of these');
  await page.click('button', 'As text');
  const text = await page.find('textbox', 'The filter as text');
  assert.equal(await page.session.run('return arguments[0].value', text), 'city = "Haifa"');
  await page.click('button', 'Create', { exact: true });
  await page.find('row', 'Of Haifa');
  assert.deepEqual(members('Of Haifa'), ['Noa Levi']);
});

test('a contact is pinned into it from "Why in? Why out?", and out of it from the list', async () => {
  await page.goTo('contacts');
  await page.click('gridcell', 'Łukasz Kowalski');
  await page.click('button', 'Why in? Why out?');
  await page.shows('is not in “Of Haifa”');
  await page.shows('City is Haifa');
  await page.shows('There is: Łódź');
  await page.click('radio', 'Always in');
  await page.shows('is in “Of Haifa”');
  await page.clear();
  assert.deepEqual(members('Of Haifa'), ['Noa Levi', 'Łukasz Kowalski']);
  await page.click('button', 'Of Haifa');
  await page.click('menuitem', 'Never in this group');
  await until(() => members('Of Haifa').length === 1, 'the pin out');
  await page.leaveTo('#/contacts');
});

test('who is pinned stands on the list of the group and is freed there', async () => {
  await page.click('button', 'Actions for Of Haifa');
  await page.click('menuitem', 'Pinned contacts');
  await page.shows('Never in: 1 contact');
  await page.click('button', 'Let the filter decide about Łukasz Kowalski');
  await page.shows('Nobody is pinned');
});

test('two groups are merged into one, and an Undo brings both back', async () => {
  await page.click('checkbox', 'Board');
  await page.click('checkbox', 'Choir');
  await page.click('button', 'Merge');
  await page.find('dialog', 'Merge 2 groups');
  await page.click('button', 'Merge', { exact: true });
  await page.shows('Groups merged');
  await until(() => members('Board').length === 2, 'both in one');
  assert.deepEqual(members('Board'), ['Noa Levi', 'Łukasz Kowalski']);
  await page.click('button', 'Undo', { exact: true });
  await page.find('row', 'Choir');
  assert.deepEqual(members('Choir'), ['Łukasz Kowalski']);
});

test('the difference of two groups is made by the keyboard alone', async () => {
  const { session } = page;
  const focused = () =>
    session.run(`const e = document.activeElement;
      return (e?.closest('tr') ? 'row' : '') + ' ' + (e?.getAttribute('aria-label') ?? '') + ' ' + [...(e?.labels ?? [])].map((l) => l.textContent) + ' ' + e?.textContent;`);
  const goTo = async (key, name) => {
    const seen = [];
    for (let i = 0; i < 30; i += 1) {
      const now = await focused();
      if (now.includes(name)) return;
      seen.push(now.slice(0, 40));
      await session.press(key);
    }
    throw new Error(`The keyboard does not come to ${name}, only to ${seen.join(' / ')}`);
  };
  await goTo(TAB, 'row ');
  await goTo(UP, 'Board');
  await session.press(SPACE);
  await goTo(DOWN, 'Everyone');
  await session.press(SPACE);
  await goTo(TAB, 'Combine');
  await session.press(ENTER);
  await page.find('dialog', 'Combine 2 groups');
  await until(async () => (await focused()).includes('Name of the new group'), 'the keyboard in the name');
  for (const letter of 'Rest') await session.press(letter);
  await session.press(TAB);
  await session.press(RIGHT);
  await session.press(RIGHT);
  await goTo(TAB, 'Board');
  await session.press(RIGHT);
  await goTo(TAB, 'Create');
  await session.press(ENTER);
  await page.find('row', 'Rest');
  const rest = members('Rest');
  assert.equal(rest.length, 4);
  assert.ok(!rest.includes('Noa Levi'));
});
