// Several starts and several workspaces: a second start hands over its file, two windows never share a workspace, another
// workspace is opened and remembered.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { startBus, userFolders } from './lib/desktop.mjs';
import { writePeople } from './lib/people.mjs';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';
import { wizardOf } from './lib/wizard.mjs';

let app;
let page;
before(async () => {
  app = await startRoster();
  page = app.page;
});
after(() => app?.stop());

const ended = (child) => new Promise((resolve) => child.once('exit', (code) => resolve(code)));

/** Another user's desktop: their own bus and folders, the same screen. */
async function anotherUser(t, name) {
  const bus = await startBus();
  t.after(() => bus.stop());
  return { ...bus.env, ...userFolders(app.file(name)) };
}

test('a second start hands its file to the first window and ends', async () => {
  const second = app.startAnother([writePeople(app.file('handed over.csv'))]);
  assert.equal(await ended(second), 0);
  await wizardOf(page).at('Source');
  await page.shows('handed over.csv');
  await page.click('button', 'Cancel', { exact: true });
});

test('a second window on the same workspace says so and offers another', async (t) => {
  const second = app.startAnother([], await anotherUser(t, 'colleague'));
  t.after(() => second.kill());
  await app.hands.focus('^Roster$');
  assert.equal(app.hands.windows('– Roster$').length, 1, 'only the first has a window');
  app.hands.press('Tab');
  app.hands.press('Escape');
  assert.equal(await ended(second), 1);
});

test('a program that is left leaves its workspace as one file', async (t) => {
  const own = app.file('own.roster');
  const second = app.startAnother([], { ...(await anotherUser(t, 'neighbour')), ROSTER_WORKSPACE: own });
  t.after(() => second.kill());
  await app.hands.focus('^own – Roster$');
  assert.ok(existsSync(`${own}-wal`), 'it is open');
  app.hands.press('ctrl+q');
  assert.equal(await ended(second), 0);
  assert.ok(existsSync(own));
  assert.equal(existsSync(`${own}-wal`), false, 'its log is written back');
});

test('another workspace is opened, and is the one of the command line from then on', async () => {
  const other = app.file('branch.roster');
  app.roster('--workspace', other, 'import', writePeople(app.file('branch.csv')), '--country', 'IL');
  assert.equal(app.roster('stats').contacts, 0);
  await app.hands.focus('– Roster$');
  app.hands.press('ctrl+o');
  await app.hands.choose('^Open workspace$', other);
  await page.shows('5 contacts');
  await app.hands.windowNamed('^branch – Roster$');
  await until(() => app.roster('stats').contacts === 5, 'the command line to follow');
});
