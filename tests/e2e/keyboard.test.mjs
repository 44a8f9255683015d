// Whole paths by keyboard alone, and a profile with two hundred custom fields.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { keyboardOf } from './lib/keyboard.mjs';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

const CONTROL = '\uE009';
const DELETE = '\uE017';
const DOWN = '\uE015';
const ENTER = '\uE007';
const ESCAPE = '\uE00C';
const F2 = '\uE032';
const TAB = '\uE004';
const FIELDS = 200;

let app;
let page;
let keyboard;
before(async () => {
  app = await startRoster({
    prepare: ({ roster, file }) => {
      const numbers = Array.from({ length: FIELDS }, (_, index) => index + 1);
      const header = ['First name', 'E-mail', ...numbers.map((number) => `Field ${number}`)].join(',');
      const row = ['Noa', 'noa@x.example', ...numbers.map((number) => `value ${number}`)].join(',');
      writeFileSync(file('wide.csv'), `${header}\n${row}\n`);
      roster('import', file('wide.csv'), '--new-fields');
    },
  });
  page = app.page;
  keyboard = keyboardOf(page);
  await page.shows('1 contact');
});
after(() => app?.stop());

const all = () => app.roster('contacts').contacts;

test('a contact is made, found, corrected, deleted and brought back without a mouse', async () => {
  await page.call([CONTROL, 'k'], 'dialog', 'Commands');
  await keyboard.type('New contact');
  await page.session.press(ENTER);
  await page.find('dialog', 'New contact');
  await keyboard.type('Ada');
  await page.session.press(TAB);
  await keyboard.type('Byron');
  await page.session.press(TAB);
  await keyboard.type('ada@byron.example');
  await page.session.press(ENTER);
  await until(() => all().some(({ name }) => name === 'Ada Byron'), 'the contact in the workspace');
  await page.find('button', 'Edit First name: Ada');
  await page.leaveTo('#/contacts');
  await page.shows('2 contacts');
  await keyboard.search('byron');
  await page.shows('1 contact');
  await page.session.press(ESCAPE);
  await page.shows('2 contacts');
  // The first leaves the search for the list.
  await page.session.press(DOWN);
  await page.session.press(DOWN);
  await page.session.press(DELETE);
  await until(() => all().length === 1, 'one fewer in the workspace');
  await page.session.press(CONTROL, 'z');
  await until(() => all().length === 2, 'both in the workspace');
  // The row of the one moves down when the other is back.
  await page.find('gridcell', 'Ada Byron');
});

test('a profile is opened, edited, taken back and left for the list without a mouse', async () => {
  const ada = () => all().find(({ name }) => name.startsWith('Ada'));
  await keyboard.search('ada');
  await page.gone('gridcell', 'Noa');
  await page.session.press(DOWN);
  await page.session.press(ENTER);
  await page.find('button', 'Edit First name: Ada');
  // Along the profile to its values; F2 opens one.
  await keyboard.tabTo('Edit Last name');
  await page.session.press(F2);
  await keyboard.isIn('Last name');
  await keyboard.type('Lovelace');
  await page.session.press(ENTER);
  await until(() => ada().last_name === 'Lovelace', 'the other name');
  await page.find('button', 'Edit Last name: Lovelace');
  // What is empty is chosen from the menu of its section, by its first letters, and written at once.
  await keyboard.tabTo('Add: Name');
  await page.session.press(ENTER);
  await page.find('menuitem', 'Nickname');
  await keyboard.type('ni');
  await keyboard.isOn('Nickname');
  await page.session.press(ENTER);
  await keyboard.type('Countess');
  await page.session.press(ENTER);
  await until(() => ada().nickname === 'Countess', 'the nickname');
  await page.find('button', 'Edit Nickname: Countess');
  await page.session.press(CONTROL, 'z');
  await until(() => ada().nickname === null, 'no nickname');
  await page.session.press(ESCAPE);
  await page.isAt('#/contacts?q=ada');
  await keyboard.search('');
  await page.session.press(ESCAPE);
  await page.shows('2 contacts');
});

test('two hundred custom fields stand in the profile, and one of them is edited', async () => {
  await page.click('gridcell', 'Noa');
  await page.find('button', `Edit Field ${FIELDS}: value ${FIELDS}`);
  await page.click('button', `Edit Field ${FIELDS}:`);
  await page.fill('textbox', `Field ${FIELDS}`, `changed${ENTER}`);
  await until(() => Object.values(all().find(({ name }) => name === 'Noa').fields).includes('changed'), 'the value');
  assert.equal(Object.keys(all().find(({ name }) => name === 'Noa').fields).length, FIELDS);
});
