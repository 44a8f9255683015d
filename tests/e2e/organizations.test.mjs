// An organization with its contacts, in the window: made, filled, given a contact, put below another, deleted and back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

const DELETE = '\uE017';
const ENTER = '\uE007';
const ESCAPE = '\uE00C';

let app;
let page;
before(async () => {
  app = await startRoster({
    prepare: ({ roster }) => roster('contact', 'add', '--set', 'first_name=Mia', '--set', 'email=mia@x.example'),
  });
  page = app.page;
  await page.shows('1 contact');
  await page.goTo('organizations');
});
after(() => app?.stop());

const all = () => app.roster('orgs').organizations;

test('an organization is made by its name and opens', async () => {
  await page.click('button', 'New organization');
  await page.fill('textbox', 'Name', `Blue Harbour${ENTER}`);
  await until(() => all()[0]?.name === 'Blue Harbour', 'the organization in the workspace');
  await page.find('button', 'Edit Name: Blue Harbour');
});

test('its points, address and facts are edited where they stand', async () => {
  const one = () => app.roster('org', 'show', String(all()[0].id));
  await page.click('button', 'Add: Phones and e-mails');
  await page.click('menuitem', 'E-mail at work');
  await page.fill('textbox', 'E-mail', `office@harbour.example${ENTER}`);
  await until(() => one().points.length === 1, 'the e-mail');
  await page.click('button', 'Add: Addresses');
  await page.click('menuitem', 'Address');
  await page.fill('textbox', 'City', `Leeds${ENTER}`);
  await until(() => one().addresses[0]?.city === 'Leeds', 'the address');
  await page.click('button', 'Edit Industry:');
  await page.fill('textbox', 'Industry', `Trade${ENTER}`);
  await until(() => one().industry === 'Trade', 'the industry');
});

test('a contact is made for it', async () => {
  await page.click('button', 'Add: Contacts');
  await page.find('dialog', 'Blue Harbour');
  // The open list of contacts hides what is around it from screen readers, and from here.
  await page.find('option', 'Mia');
  await page.session.press(ESCAPE);
  await page.click('radio', 'New contact');
  await page.fill('textbox', 'First name', `Noa${ENTER}`);
  await until(
    () => app.roster('contacts', '--search', 'noa').contacts[0]?.organizations[0]?.name === 'Blue Harbour',
    'the tie',
  );
  await page.shows('Noa');
  await page.picture('organization');
});

test('it goes to the trash and comes back with its contacts', async () => {
  await page.leaveTo('#/organizations');
  await page.click('gridcell', 'Blue Harbour');
  await page.session.press(DELETE);
  await until(() => all().length === 0, 'none in the lists');
  await page.goTo('trash');
  await page.click('button', 'Organizations', { exact: true });
  await page.click('gridcell', 'Blue Harbour');
  await page.picture('trash-organizations');
  await page.session.press(ENTER);
  await until(() => all().length === 1, 'it in the lists again');
  assert.equal(all()[0].contacts, 1);
});
