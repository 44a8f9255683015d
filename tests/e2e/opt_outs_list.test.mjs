// The list of opt-outs: searched, filtered, sorted; changed and looked back on; and the lock of a row.
import { after, before, beforeEach, test } from 'node:test';
import { writePeople } from './lib/people.mjs';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

const CONTROL = '\uE009';
const DOWN = '\uE015';
const ENTER = '\uE007';
const ESCAPE = '\uE00C';
const HOME = '\uE011';
const SPACE = ' ';
const TAB = '\uE004';

let app;
let page;
before(async () => {
  app = await startRoster({
    prepare: ({ roster, file }) => {
      roster('import', writePeople(file('people.csv')), '--country', 'IL');
      roster('optout', 'add', 'noa@blueharbour.example', '--reason', 'asked at the fair');
      roster('optout', 'add', '+48512345678', '--initiative', 'ours');
      roster('optout', 'add', 'renee@emeraude.example', '--initiative', 'bounce');
    },
  });
  page = app.page;
  await page.shows('5 contacts');
});
after(() => app?.stop());
beforeEach(() => page.clear());

const values = async () => {
  const rows = await page.all('row');
  const texts = await Promise.all(rows.map((row) => page.session.run('return arguments[0].innerText', row)));
  return texts.filter((text) => /@|\+/.test(text)).map((text) => text.split('\n')[0]);
};

test('the list is searched and filtered by kind and by whose wish it was', async () => {
  await page.goTo('opt-outs');
  await page.shows('3 opt-outs');
  await page.fill('textbox', 'Search opt-outs', 'fair');
  await page.shows('1 opt-out\n');
  await page.find('gridcell', 'noa@blueharbour.example');
  await page.fill('textbox', 'Search opt-outs', '');
  await page.click('radio', 'Phones');
  await page.find('gridcell', 'Łukasz Kowalski');
  await page.shows('1 opt-out\n');
  await page.click('radio', 'E-mails');
  await page.click('button', 'At whose wish');
  await page.click('option', 'Bounced');
  await page.shows('1 opt-out\n');
  await page.find('gridcell', 'renee@emeraude.example');
});

test('the list is sorted by its heads', async () => {
  await page.goTo('contacts');
  await page.goTo('opt-outs');
  await page.shows('3 opt-outs');
  await page.click('columnheader', 'Phone or e-mail');
  await until(async () => {
    const shown = (await values()).map((value) => value.trim());
    return shown.length === 3 && shown.join() === [...shown].sort().join();
  }, 'the values in their order');
});

test('an opt-out is changed, and the change stands in its history', async () => {
  await page.goTo('opt-outs');
  await page.click('gridcell', 'renee@emeraude.example');
  await page.find('dialog', 'Status');
  await page.click('button', 'Change …');
  await page.fill('textbox', 'Reason', 'mailbox is full');
  await page.click('button', 'Save', { exact: true });
  await page.shows('mailbox is full');
  const told = () => app.roster('optout', 'history', 'renee@emeraude.example');
  await until(() => JSON.stringify(told()).includes('mailbox is full'), 'the reason in the history');
});

test('a value is opted out from the list by the keyboard alone, which comes back to the list', async () => {
  const { session } = page;
  const focused = (selector) => session.run('return document.activeElement?.matches(arguments[0]) ?? false', selector);
  await page.goTo('contacts');
  const { contacts } = app.roster('contacts');
  const at = contacts.findIndex(({ points }) => points.every(({ status }) => status === 'active'));
  const { name } = contacts[at];
  await page.find('gridcell', name);
  await session.run('document.querySelector("[role=grid]").focus()');
  await session.press(HOME);
  for (let row = 0; row < at; row += 1) await session.press(DOWN);
  await page.call([CONTROL, 'l'], 'dialog', `Status of ${name}`);
  await until(async () => {
    if (await focused('[role=switch]')) return true;
    await session.press(TAB);
    return false;
  }, 'the keyboard on a switch');
  await session.press(SPACE);
  await until(() => focused('input:not([role=switch])'), 'the keyboard in the reason');
  for (const letter of 'no more') await session.press(letter);
  await session.press(ENTER);
  await until(() => app.roster('optouts', '--search', 'no more').total === 1, 'the opt-out');
  await page.gone('textbox', 'Reason');
  await until(() => focused('[role=dialog], [role=dialog] *'), 'the keyboard in the status window');
  await session.press(ESCAPE);
  await page.gone('dialog');
  await until(() => focused('[role=grid]'), 'the keyboard back in the list');
});

test('the lock of a row opens the status by mouse', async () => {
  await page.goTo('contacts');
  await page.hover('gridcell', 'Noa Levi');
  await page.click('button', 'Opt-out status of Noa Levi');
  await page.find('dialog', 'Status of Noa Levi');
  await page.find('switch', 'may be used');
});
