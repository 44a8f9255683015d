// Putting contacts into a group and taking them out by a list, pasted or as a file: whom it did not name is told, and the
// keyboard stays in the dialog.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import { writePeople } from './lib/people.mjs';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

const ESCAPE = '\uE00C';

let app;
let page;
before(async () => {
  app = await startRoster({
    prepare: ({ roster, file }) => {
      roster('import', writePeople(file('people.csv')), '--country', 'IL');
      roster('group', 'create', 'Board');
      roster('group', 'create', 'Of Haifa', '--filter', 'city = Haifa');
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

const LIST = 'E-mail addresses or phone numbers';

const members = (name) =>
  app
    .roster('contacts', '--group', name)
    .contacts.map((contact) => contact.name)
    .sort();

const openFor = async (group, item) => {
  await page.click('button', `Actions for ${group}`);
  await page.click('menuitem', item);
  await page.find('textbox', LIST);
};

test('a pasted list puts contacts in and tells whom it did not name, and Escape closes it', async () => {
  await openFor('Board', 'Put contacts in');
  await page.fill('textbox', LIST, 'NOA@blueharbour.example, stranger@far.example; +48 512 345 678');
  await page.click('button', 'Put in', { exact: true });
  await page.shows('2 contacts changed.');
  const told = await page.find('textbox', '1 entry names no contact');
  assert.equal(await page.session.run('return arguments[0].value', told), 'stranger@far.example');
  assert.deepEqual(members('Board'), ['Noa Levi', 'Łukasz Kowalski']);
  // The button that was pressed is gone: one Escape is heard only where the keyboard stayed in the dialog.
  const isInside = 'return Boolean(document.querySelector("[role=dialog]")?.contains(document.activeElement))';
  await until(() => page.session.run(isInside), 'the keyboard in the dialog');
  await page.session.press(ESCAPE);
  await page.gone('dialog');
});

test('a file takes contacts out, and an Undo puts them back', async () => {
  const list = app.file('leaving.csv');
  writeFileSync(list, 'E-mail\nnoa@blueharbour.example\n');
  await openFor('Board', 'Take contacts out');
  await page.click('button', 'Choose file');
  await app.hands.choose('^Choose file', list);
  await page.gone('dialog');
  await page.shows('Taken out of Board');
  assert.deepEqual(members('Board'), ['Łukasz Kowalski']);
  await page.click('button', 'Undo', { exact: true });
  await until(() => members('Board').length === 2, 'both in the group again');
});

test('who is named for a group by filter is pinned to it, and a list that changes nothing says so', async () => {
  await openFor('Of Haifa', 'Take contacts out');
  await page.fill('textbox', LIST, '+972 50 123 4567');
  await page.click('button', 'Take out', { exact: true });
  await page.gone('dialog');
  assert.deepEqual(members('Of Haifa'), []);
  await openFor('Of Haifa', 'Take contacts out');
  await page.fill('textbox', LIST, '+972 50 123 4567');
  await page.click('button', 'Take out', { exact: true });
  await page.shows('Nobody whom the list names is in the group.');
});
