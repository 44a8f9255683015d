// Nothing is lost: changes of many contacts taken back, the trash and the way out of it, undo after a restart.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { writePeople } from './lib/people.mjs';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

const CONTROL = '\uE009';
const DELETE = '\uE017';
const ENTER = '\uE007';

let app;
let page;
before(async () => {
  app = await startRoster({
    prepare: ({ roster, file }) => roster('import', writePeople(file('people.csv')), '--country', 'IL'),
  });
  page = app.page;
  await page.shows('5 contacts');
});
after(() => app?.stop());

const all = () => app.roster('contacts').contacts;

test('a tag for everybody is one change, and one undo', async () => {
  await page.call([CONTROL, 'a'], 'button', 'Clear the selection');
  await page.click('button', 'Tag', { exact: true });
  await page.find('dialog', 'Tag');
  await page.fill('textbox', 'Tag', `vip${ENTER}`);
  await until(() => all().every(({ tags }) => tags.includes('vip')), 'the tag on everybody');
  await page.picture('bulk-done');
  await page.session.press(CONTROL, 'z');
  await until(() => all().every(({ tags }) => tags.length === 0), 'nobody with the tag');
  await page.shows('5 contacts');
});

test('what was deleted comes back from the trash', async () => {
  await page.click('button', 'Clear the selection');
  await page.click('gridcell', 'Noa Levi');
  await page.session.press(DELETE);
  await page.shows('4 contacts');
  await page.goTo('trash');
  await page.find('gridcell', 'Noa Levi');
  await page.picture('trash');
  await page.click('button', 'Organizations');
  await page.shows('No organization in the trash');
  await page.click('button', 'Contacts', { exact: true });
  await page.click('gridcell', 'Noa Levi');
  await page.session.press(ENTER);
  await page.shows('1 contact is back');
  assert.equal(app.roster('stats').trash, 0);
  await page.goTo('contacts');
  await page.shows('5 contacts');
});

test('a change is taken back after the program was started again', async () => {
  await page.click('gridcell', 'Łukasz Kowalski');
  await page.session.press(DELETE);
  await until(() => all().length === 4, 'one fewer in the workspace');
  page = await app.restart();
  await page.shows('4 contacts');
  await page.session.press(CONTROL, 'z');
  await until(() => all().length === 5, 'everybody back in the workspace');
  await page.find('gridcell', 'Łukasz Kowalski');
});

test('archived contacts step aside and are found by the quick filter', async () => {
  await page.click('gridcell', 'Noa Levi');
  await page.session.press(' ');
  await page.click('button', 'More', { exact: true });
  await page.click('menuitem', 'Archive');
  await page.shows('4 contacts');
  await page.click('button', 'Filter');
  await page.click('menuitem', 'Archived contacts');
  await page.shows('1 contact');
  await page.picture('archive');
  await page.call([CONTROL, 'a'], 'button', 'Clear the selection');
  await page.click('button', 'More', { exact: true });
  await page.click('menuitem', 'Bring back from the archive');
  await until(() => all().length === 5, 'everybody in the lists');
});
