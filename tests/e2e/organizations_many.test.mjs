// Many organizations in the window: a field for all that match and its undo, a view kept and chosen, the export, the keyboard
// alone, and the trash emptied for good.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

const CONTROL = '\uE009';
const DELETE = '\uE017';
const DOWN = '\uE015';
const ENTER = '\uE007';

const KINDS = { Aurora: 'lead', Boreal: 'lead', Cirrus: 'account', Delta: 'agency', Echo: 'account' };

let app;
let page;
before(async () => {
  app = await startRoster({
    prepare: ({ roster }) => {
      for (const [name, kind] of Object.entries(KINDS))
        roster('org', 'add', name, '--kind', kind, '--set', 'city=Oslo');
      roster('contact', 'add', '--set', 'first_name=Mia', '--set', 'organization=Aurora');
    },
  });
  page = app.page;
  await page.shows('1 contact');
  await page.goTo('organizations');
  await page.shows('5 organizations');
});
after(() => app?.stop());

const all = (...options) => app.roster('orgs', ...options).organizations;
const leads = () => all('--kind', 'lead');
const type = async (text) => {
  for (const letter of text) await page.session.press(letter);
};

test('all that match get a field at once, and one undo takes it back', async () => {
  await page.click('button', 'Leads');
  await page.shows('2 organizations');
  await page.call([CONTROL, 'a'], 'button', 'Clear the selection');
  await page.click('button', 'Set field');
  await page.find('dialog', 'Set field');
  await page.fill('textbox', 'Value', `Noa${ENTER}`);
  await until(() => leads().every(({ owner }) => owner === 'Noa'), 'the owner of both leads');
  assert.ok(all('--kind', 'account').every(({ owner }) => owner === null));
  await page.shows('2 organizations changed');
  await page.picture('organizations-bulk');
  await page.gone('dialog', 'Set field');
  await page.session.press(CONTROL, 'z');
  await until(() => leads().every(({ owner }) => owner === null), 'no owner again');
  await page.click('button', 'Clear the selection');
});

test('a view keeps what is shown and is chosen by its name', async () => {
  await page.click('button', 'New view');
  await page.fill('textbox', 'Name of the view', `Cold${ENTER}`);
  await page.find('button', 'Cold', { exact: true });
  await page.click('button', 'All', { exact: true });
  await page.shows('5 organizations');
  await page.click('button', 'Cold', { exact: true });
  await page.shows('2 organizations');
  await page.picture('organizations-views');
});

test('what the list shows is exported with the native dialog and reads back', async () => {
  await app.hands.focus('– Roster$');
  app.hands.press('ctrl+e');
  await page.find('dialog', 'Export organizations');
  await page.click('radio', 'CSV');
  await page.click('button', 'Export …');
  await app.hands.choose('^Save the export$', app.file('leads.csv'));
  await page.shows('2 organizations exported');
  await until(() => existsSync(app.file('leads.csv')), 'the file');
  const { columns, rows } = app.roster('preview', app.file('leads.csv'), '--all');
  assert.equal(columns[0].column, 'Organization');
  assert.deepEqual(
    rows.map(([name, kind]) => [name, kind]),
    [
      ['Aurora', 'lead'],
      ['Boreal', 'lead'],
    ],
  );
  await page.click('button', 'All', { exact: true });
  await page.shows('5 organizations');
});

test('one is made, walked to, deleted and brought back by keyboard alone', async () => {
  await page.call([CONTROL, 'k'], 'dialog', 'Commands');
  await type('New organization');
  await page.session.press(ENTER);
  await page.find('dialog', 'New organization');
  await type('Zephyr');
  await page.session.press(ENTER);
  await until(() => all('--search', 'zephyr').length === 1, 'it in the workspace');
  await page.find('button', 'Edit Name: Zephyr');
  await page.leaveTo('#/organizations');
  await page.session.press(CONTROL, 'f');
  // One letter is one question: the list that is shown is the one that stays.
  await type('z');
  await page.shows('1 organization');
  await page.session.press(DOWN);
  await page.session.press(DOWN);
  await page.session.press(DELETE);
  await until(() => all().length === 5, 'it in the trash');
  await page.session.press(CONTROL, 'z');
  await until(() => all().length === 6, 'it in the lists again');
});

test('the trash is emptied for good, once that is meant', async () => {
  await page.leaveTo('#/organizations');
  await page.click('gridcell', 'Aurora');
  await page.session.press(DELETE);
  await until(() => all('--trash').length === 1, 'it in the trash');
  await page.goTo('trash');
  await page.click('button', 'Organizations', { exact: true });
  await page.click('button', 'Empty the trash');
  await page.find('dialog', 'Remove 1 organization for good?');
  await page.picture('trash-organizations-empty');
  await page.click('button', 'Remove for good');
  await page.shows('No organization in the trash');
  assert.equal(all('--trash').length, 0);
  assert.deepEqual(app.roster('contacts').contacts[0].organizations, []);
});
