// What happens to an organization beside its making, in the window: a lead becomes an account, several contacts are tied to it
// at once and taken back, its history brings a value back, two hands change it, and a postcode is remarked on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

const CONTROL = '\uE009';
const ENTER = '\uE007';
const ESCAPE = '\uE00C';

let app;
let page;
before(async () => {
  app = await startRoster({
    prepare: ({ roster }) => {
      roster('org', 'add', 'Cedar Tools', '--kind', 'lead', '--set', 'owner=Ines', '--set', 'city=Leeds');
      for (const name of ['Mia', 'Noa', 'Tom']) roster('contact', 'add', '--set', `first_name=${name}`);
    },
  });
  page = app.page;
  await page.shows('3 contacts');
});
after(() => app?.stop());

const cedar = () => app.roster('org', 'show', String(app.roster('orgs').organizations[0].id));
const kept = (what, is) => until(() => is(cedar()), `${what} in the workspace`);
const setElsewhere = (field, value) => app.roster('org', 'edit', String(cedar().id), '--set', `${field}=${value}`);

test('everybody is tied to an organization at once, and one undo takes it back', async () => {
  await page.call([CONTROL, 'a'], 'button', 'Clear the selection');
  await page.click('button', 'More', { exact: true });
  await page.click('menuitem', 'Tie to organization');
  await page.find('dialog', 'Tie to organization');
  await page.fill('textbox', 'Organization', `Cedar Tools${ENTER}`);
  await kept('three contacts', ({ contacts }) => contacts === 3);
  await page.gone('dialog', 'Tie to organization');
  await page.session.press(CONTROL, 'z');
  await kept('no contacts', ({ contacts }) => contacts === 0);
});

test('a lead becomes an account with everything kept', async () => {
  await page.goTo('organizations');
  await page.click('gridcell', 'Cedar Tools');
  await page.click('button', 'Convert to account');
  await kept('the account', ({ kind, owner }) => kind === 'account' && owner === 'Ines');
  await page.gone('button', 'Convert to account');
});

test('a save never overwrites unseen what the command line changed', async () => {
  await page.click('button', 'Edit Owner: Ines');
  await page.find('textbox', 'Owner');
  setElsewhere('owner', 'Tom');
  await page.fill('textbox', 'Owner', `Mia${ENTER}`);
  await page.shows('This was changed meanwhile: now it says “Tom”');
  assert.equal(cedar().owner, 'Tom');
  await page.session.press(ESCAPE);
  await page.find('button', 'Edit Owner: Tom');
});

test('its history brings a value back', async () => {
  await page.click('tab', 'History');
  await page.click('button', 'Restore Owner: Ines');
  await kept('the owner of before', ({ owner }) => owner === 'Ines');
  await page.click('tab', 'Details');
});

test('a postcode of another country is remarked on while it is typed, and kept', async () => {
  await page.click('button', 'Add: Addresses');
  await page.click('menuitem', 'Billing');
  await page.fill('textbox', 'Country', 'DE');
  await page.fill('textbox', 'Postcode', '1011');
  await page.shows('Postcodes of this country look like');
  await page.picture('postcode-remark');
  await page.click('button', 'Save', { exact: true });
  await kept('the address', ({ addresses }) => addresses.some(({ postcode }) => postcode === '1011'));
});
