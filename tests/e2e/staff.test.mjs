// Profiles: the window asks who is there, does what they may, refuses the rest in words, and lets somebody else come.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writePeople } from './lib/people.mjs';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

test('a reader looks things up, an owner does the rest, and the journal knows who did it', async (t) => {
  const app = await startRoster({
    prepare: ({ roster, file }) => {
      roster('import', writePeople(file('people.csv')), '--country', 'IL');
      roster('staff', 'add', 'Dana', '--role', 'owner');
      roster('--as', 'Dana', 'staff', 'add', 'Ada', '--role', 'reader');
    },
  });
  t.after(() => app.stop());
  const { page } = app;
  await page.find('heading', 'Who is here?');
  assert.deepEqual(await page.violations(), []);
  await page.picture('who');
  await page.click('button', 'Ada');
  await page.find('gridcell', 'Noa Levi');
  await page.goTo('settings');
  await page.click('checkbox', 'Contacts belong to an organization');
  await page.shows('Ada may not do this here. Nothing was changed.');
  await page.click('button', 'Let somebody else come');
  await page.click('button', 'Dana');
  await page.find('gridcell', 'Noa Levi');
  await page.goTo('settings');
  await page.click('checkbox', 'Contacts belong to an organization');
  const isRequired = () => app.roster('--as', 'Ada', 'settings').organization_required;
  await until(isRequired, 'the setting that Dana may change');
  assert.deepEqual(await page.violations(), []);
  // Whoever starts it again is asked again.
  const again = await app.restart();
  await again.find('heading', 'Who is here?');
});

test('a workspace that was changed in two places says so, and goes on at the user’s word', async (t) => {
  const app = await startRoster({
    prepare: ({ roster, file }) => {
      roster('import', writePeople(file('people.csv')), '--country', 'IL');
      roster('backup', file('copy.roster'));
      roster('--workspace', file('copy.roster'), 'contact', 'add', '--set', 'first_name=There');
      roster('contact', 'add', '--set', 'first_name=Here');
    },
  });
  t.after(() => app.stop());
  const { page } = app;
  await page.find('dialog', 'This workspace was changed in two places');
  await page.shows('copy.roster');
  assert.deepEqual(await page.violations(), []);
  await page.click('button', 'Go on with this one');
  await page.shows('This is the workspace to go on with');
  assert.deepEqual(app.roster('workspace', 'info').others, []);
});
