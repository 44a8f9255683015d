// The power of the page: it reads and writes only what the user picked, reaches no network and runs nothing, and hostile
// names and websites are text. And backups: made, looked into, taken from, restored.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

const HOSTILE = '<img src=x onerror="document.title=1"> =HYPERLINK("http://evil.example")';

let app;
let page;
before(async () => {
  app = await startRoster({
    prepare: ({ roster }) => {
      roster('contact', 'add', '--set', `full_name=${HOSTILE}`, '--set', 'email=evil@x.example');
      roster('contact', 'add', '--set', 'first_name=Noa', '--set', 'email=noa@x.example');
    },
    programs: { 'xdg-open': 'printf "%s\\n" "$1" >> "$HOME/opened"' },
  });
  page = app.page;
  await page.shows('2 contacts');
});
after(() => app?.stop());

/** Calls the core as a page would that was taken over; answers the code of the failure, or null. */
const invoke = (command, args) =>
  page.session.runAsync(
    `const [command, args, done] = arguments;
     window.__TAURI_INTERNALS__.invoke(command, args).then(() => done(null), (e) => done(e?.code ?? String(e)))`,
    command,
    args,
  );
const call = (name, input) => invoke('call', { name, input, job: null, progress: '__CHANNEL__:77' });

test('the page reads and writes no file that was not picked', async () => {
  const secret = app.file('secret.csv');
  writeFileSync(secret, 'Name,E-mail\nSecret,secret@x.example');
  const target = app.file('written.xlsx');
  const source = { kind: 'file', path: secret };
  const owner = { kind: 'contact', id: 1 };
  const calls = [
    ['files_attach', { owner, paths: [secret] }],
    ['import_preview', { source, options: {}, rows: 20, raw: true }],
    ['contact_photo_set', { id: 1, path: secret }],
    ['backup_save', { path: target }],
    ['backup_restore', { path: secret }],
    ['import_example', { path: target }],
    ['file_save', { id: 1, path: target }],
  ];
  for (const [name, input] of calls) assert.equal(await call(name, input), 'not_picked', name);
  assert.equal(await invoke('reveal', { path: secret }), 'not_picked');
  assert.ok(!existsSync(target));
});

test('the page has no command beside the listed ones, and no network', async () => {
  for (const command of [
    'plugin:fs|read_text_file',
    'plugin:shell|execute',
    'plugin:opener|open_url',
    'plugin:dialog|open',
  ]) {
    assert.notEqual(await invoke(command, { path: '/etc/passwd', url: 'https://x.example' }), null, command);
  }
  const reached = await page.session.runAsync(
    `const done = arguments[0];
     fetch('http://127.0.0.1:1/').then(() => done('reached'), (e) => done(e.name));
     new Image().src = 'http://127.0.0.1:1/x.png'`,
  );
  assert.equal(reached, 'TypeError');
  await page.session.run('window.open("https://example.com"); location.href = "https://example.com"');
  assert.match(await page.session.run('return location.href'), /^tauri:/);
});

test('links that would run something are refused', async () => {
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'smb://server/share', 'data:text/html,x']) {
    assert.notEqual(await invoke('open_external', { url }), null, url);
  }
  assert.equal(await invoke('open_external', { url: 'https://noa.example/' }), null);
  const opened = `${app.env.HOME}/opened`;
  await until(() => existsSync(opened), 'the browser');
  assert.equal(readFileSync(opened, 'utf8').trim(), 'https://noa.example/');
});

test('markup in a name is text', async () => {
  await page.shows(HOSTILE);
  assert.equal(await page.session.run('return document.querySelectorAll("img[src=x]").length'), 0);
});

test('a backup is made, looked into, and a contact is taken back from it', async () => {
  await page.session.run("location.hash = '#/backups'");
  await page.shows('No backups yet');
  await page.click('button', 'Back up now');
  await page.shows('Made by you');
  assert.equal(app.roster('backups').backups[0].contacts, 2);
  const [noa] = app.roster('contacts', '--search', 'noa').contacts;
  app.roster('contact', 'edit', String(noa.id), '--set', 'first_name=Nobody');
  await page.click('button', 'Look inside the backup of');
  await page.fill('textbox', 'Find contacts in this backup', 'noa');
  await page.click('checkbox', 'Noa');
  await page.click('button', 'Take 1 contact back');
  await page.shows('is as it was in the backup');
  assert.equal(app.roster('contacts', '--search', 'noa').total, 1);
  assert.deepEqual(await page.violations(), []);
});

test('the whole workspace goes back to a backup, and the state before is kept', async () => {
  app.roster('contact', 'add', '--set', 'first_name=Later', '--set', 'email=later@x.example');
  await page.click('button', 'Restore the backup of');
  await page.find('dialog', 'Restore this backup?');
  await page.click('button', 'Restore', { exact: true });
  await page.shows('Before a restore');
  assert.equal(app.roster('stats').contacts, 2);
  assert.deepEqual(
    app.roster('backups').backups.map(({ why }) => why),
    ['restore', 'asked'],
  );
});

test('the workspace is checked from the palette', async () => {
  await page.call(['\uE009', 'k'], 'dialog', 'Commands');
  await page.click('menuitem', 'Check the workspace');
  await page.find('dialog', 'Check workspace');
  await page.shows('The workspace is sound.');
  await page.click('button', 'Close', { exact: true });
});
