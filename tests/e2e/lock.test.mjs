// A passphrase: set in the settings, the window locked and unlocked, nothing of the workspace left on screen or on the disk.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { writePeople } from './lib/people.mjs';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

const PASSPHRASE = 'correct horse battery';
const ENTER = '\uE007';

test('a workspace is encrypted, locked, and opened again by its passphrase', async (t) => {
  const app = await startRoster({
    prepare: ({ roster, file }) => {
      roster('import', writePeople(file('people.csv')), '--country', 'IL');
    },
  });
  t.after(() => app.stop());
  const { page } = app;
  const workspace = app.file('roster/contacts.roster');
  const isReadable = () => readFileSync(workspace).includes('Levi');
  await page.find('gridcell', 'Noa Levi');
  assert.ok(isReadable());
  await page.goTo('settings');
  await page.click('button', 'Set a passphrase');
  await page.fill('textbox', 'New passphrase', PASSPHRASE);
  await page.fill('textbox', 'New passphrase, again', PASSPHRASE);
  await page.click('checkbox', 'I keep it safe');
  assert.deepEqual(await page.violations(), []);
  await page.click('button', 'Set a passphrase', { exact: true });
  await page.shows('Nobody can open them without the passphrase.');
  assert.ok(!isReadable());
  // Searched for, so that the address names somebody.
  await page.goTo('contacts');
  await page.find('gridcell', 'Noa Levi');
  await page.goTo('settings');
  await page.click('button', 'Lock now');
  await page.find('button', 'Unlock', { exact: true });
  assert.equal(await page.session.run('return location.hash'), '#/');
  assert.ok(!(await page.session.run('return document.documentElement.outerHTML')).includes('Noa'));
  assert.deepEqual(await page.violations(), []);
  await page.picture('locked');
  await page.fill('textbox', 'Passphrase', 'something else');
  await page.session.press(ENTER);
  await page.shows('That is not the passphrase');
  await page.fill('textbox', 'Passphrase', PASSPHRASE);
  await page.session.press(ENTER);
  await page.find('gridcell', 'Noa Levi');
  // Closed and begun again, it asks at once.
  const again = await app.restart();
  await again.find('button', 'Unlock', { exact: true });
  await again.fill('textbox', 'Passphrase', PASSPHRASE);
  await again.session.press(ENTER);
  await again.find('gridcell', 'Noa Levi');
  await again.goTo('settings');
  await again.click('button', 'Remove the passphrase');
  await again.fill('textbox', 'Present passphrase', PASSPHRASE);
  await again.click('button', 'Remove the passphrase', { exact: true });
  await again.shows('Whoever gets hold of the file can read it.');
  await until(() => isReadable(), 'a workspace in the clear');
});
