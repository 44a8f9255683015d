// The rest of the record: preferences and consents by hand, a value brought back from the history, one field for many
// contacts, and the window beside a command line that changes the same contact.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { writePeople } from './lib/people.mjs';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

const CONTROL = '\uE009';
const ENTER = '\uE007';
const LEFT = '\uE012';
const TAB = '\uE004';

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
const noa = () => app.roster('contacts', '--search', 'noa levi').contacts[0];
const kept = (what, is) => until(() => is(noa()), `${what} in the workspace`);
const setElsewhere = (field, value) => app.roster('contact', 'edit', String(noa().id), '--set', `${field}=${value}`);

test('how a contact wants to be reached is chosen, and what they agreed to is kept with its proof', async () => {
  await page.click('gridcell', 'Noa Levi');
  await page.click('button', 'Edit Prefers');
  await page.click('menuitem', 'SMS');
  await kept('the channel', ({ preferred_channel }) => preferred_channel === 'sms');
  await page.click('button', 'Edit How often');
  await page.click('menuitem', 'Weekly');
  await kept('the frequency', ({ contact_frequency }) => contact_frequency === 'weekly');
  await page.click('button', 'Edit Topics:');
  await page.fill('textbox', 'Topics', `music, tea${ENTER}`);
  await kept('the topics', ({ content_topics }) => content_topics.join() === 'music,tea');
  await page.click('button', 'Add: Consents');
  await page.find('dialog', 'Consent');
  await page.fill('textbox', 'Purpose', 'Newsletter');
  await page.fill('textbox', 'Date', '2026-03-10');
  // From the typed day to the one before it, in the calendar, by keyboard.
  await page.session.press(TAB);
  await page.call([ENTER], 'dialog', 'Date');
  assert.deepEqual(await page.violations(), []);
  await page.picture('consent-calendar');
  await page.session.press(LEFT);
  await page.session.press(ENTER);
  await page.gone('dialog', 'Date');
  await page.fill('textbox', 'How it was given', 'Signed form');
  await page.click('button', 'Save', { exact: true });
  await kept('the consent', ({ consents }) => consents[0]?.date === '2026-03-09' && consents[0].how === 'Signed form');
  await page.gone('dialog', 'Consent');
});

test('a value is brought back from the history', async () => {
  setElsewhere('nickname', 'Noni');
  setElsewhere('nickname', 'N.');
  await page.click('tab', 'History');
  await page.click('button', 'Restore Nickname: Noni');
  await kept('the old value', ({ nickname }) => nickname === 'Noni');
  await page.click('tab', 'Details');
});

test('what the command line changes is seen in the window', async () => {
  setElsewhere('middle_name', 'Tamar');
  await page.find('button', 'Edit Middle name: Tamar');
  app.roster('contact', 'add', '--set', 'first_name=Elsewhere', '--set', 'email=e@x.example');
  await page.shows('6 contacts');
  app.roster('undo');
  await page.shows('5 contacts');
});

test('a save in the window leaves what the command line changed, and never overwrites it unseen', async () => {
  await page.click('button', 'Edit Source:');
  setElsewhere('job_title', 'CFO');
  await page.fill('textbox', 'Source', `fair${ENTER}`);
  await kept('both', ({ source, organizations }) => source === 'fair' && organizations[0].title === 'CFO');
  await page.click('button', 'Edit Source:');
  await page.find('textbox', 'Source');
  setElsewhere('source', 'web');
  await page.fill('textbox', 'Source', `street${ENTER}`);
  await page.shows('This was changed meanwhile: now it says “web”');
  assert.equal(noa().source, 'web');
  await page.leaveTo('#/contacts');
});

test('one field of everybody is one change, and one undo', async () => {
  // A change of many is refused while the list is not the one that is shown: the window has to have seen the last one.
  setElsewhere('prefix', 'Dr.');
  await page.find('gridcell', 'Dr. Noa');
  const before = all();
  await page.call([CONTROL, 'a'], 'button', 'Clear the selection');
  await page.click('button', 'Set field');
  await page.find('dialog', 'Set field');
  await page.click('button', 'Value');
  await page.choose('Customer: VIP');
  await page.click('button', 'Set', { exact: true });
  await until(() => all().every(({ lifecycle }) => lifecycle === 'customer/vip'), 'the stage of everybody');
  await page.gone('dialog', 'Set field');
  await page.session.press(CONTROL, 'z');
  await until(() => all().every(({ lifecycle }) => lifecycle !== 'customer/vip'), 'nobody at that stage');
  assert.deepEqual(all(), before);
});
