// Opting out by the lock, reinstating on a ground, importing opt-outs by a dropped file, and an export for SMS that says who was
// left out.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import { writePeople } from './lib/people.mjs';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

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
beforeEach(async () => {
  await page.clear();
  await page.goTo('contacts');
});

const isOut = (value) => app.roster('optouts', '--search', value).optouts.some(({ status }) => status === 'opted_out');

test('the lock of a profile opts a phone out with its reason, and reinstating asks the ground', async () => {
  await page.click('gridcell', 'Noa Levi');
  await page.click('button', '050-123-4567: Active');
  await page.find('dialog', 'Status of Noa Levi');
  await page.click('switch', '4567 may be used');
  await page.fill('textbox', 'Reason', 'asked on the phone');
  await page.click('button', 'Opt out', { exact: true });
  await page.shows('at their own wish');
  assert.ok(isOut('+972501234567'));
  await page.click('switch', '4567 may be used');
  await page.click('button', 'Reinstate', { exact: true });
  await page.shows('Without a ground the opt-out stays.');
  assert.ok(isOut('+972501234567'));
  await page.fill('textbox', 'What allows it?', 'written consent of 3 May');
  await page.click('button', 'Reinstate', { exact: true });
  await until(() => !isOut('+972501234567'), 'the phone to be active again');
  await page.clear();
  await page.leaveTo('#/contacts');
});

test('a list of opt-outs that is dropped on its window goes there, not into the import', async () => {
  const list = app.file('opt-outs.csv');
  writeFileSync(list, 'who\n+48 512 345 678\nNOA@blueharbour.example\nstranger@far.example\nnonsense\n');
  await page.goTo('opt-outs');
  await page.click('button', 'Add opt-outs');
  await page.find('dialog', 'Add opt-outs');
  await app.hands.drop([list], () => page.shows('Drop'));
  await page.shows('opt-outs.csv');
  await page.shows('1 of them belongs to no contact');
  assert.equal((await page.all('dialog', 'Import')).length, 0);
  await page.click('button', 'Opt out 3 values');
  await page.shows('3 values opted out');
  for (const value of ['+48512345678', 'noa@blueharbour.example', 'stranger@far.example'])
    assert.ok(isOut(value), value);
});

test('an export for SMS leaves out who opted out and lists them', async () => {
  const path = app.file('texting.csv');
  await app.hands.focus('– Roster$');
  // The list takes the key once its rows are there.
  await until(async () => {
    app.hands.press('ctrl+e');
    return (await page.all('dialog', 'Export contacts')).length > 0;
  }, 'the dialog of the export');
  await page.click('button', 'What is it for?');
  await page.choose('Sending text messages');
  await page.click('radio', 'CSV');
  await page.click('button', 'Export …');
  await app.hands.choose('^Save the export$', path);
  await page.shows('4 contacts exported');
  await page.shows('1 opted out');
  await page.shows('Łukasz Kowalski');
  const leftOut = app.file('left out.csv');
  await page.click('button', 'Save the list');
  await app.hands.choose('^Save the list of those left out$', leftOut);
  await until(() => existsSync(path) && existsSync(leftOut), 'the export and the list of those left out');
  assert.match(readFileSync(leftOut, 'utf8'), /Kowalski/);
  const cells = app.roster('preview', path, '--all').rows.flat();
  assert.ok(cells.some((cell) => cell.replace(/\D/g, '').endsWith('501234567')));
  assert.ok(!cells.some((cell) => cell.replace(/\D/g, '').includes('512345678')));
});
