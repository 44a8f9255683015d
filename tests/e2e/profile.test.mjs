// A contact whole: made with a name and one point, then every section of its profile edited where it stands, and a custom
// field of each type.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

const ENTER = '\uE007';
const ESCAPE = '\uE00C';

/** A custom field of each type, what is typed or chosen, and what is kept. */
const FIELDS = [
  ['Motto', 'text', 'Steady on', 'Steady on'],
  ['Remarks', 'long_text', 'Tall', 'Tall'],
  ['Shoe size', 'number', '43.5', '43.5'],
  ['Budget', 'money', '12.50', '12.50 EUR'],
  ['Joined', 'date', '2020-01-31', '2020-01-31'],
  ['Badge', 'url', 'badge.example/7', 'https://badge.example/7'],
];

let app;
let page;
before(async () => {
  app = await startRoster({
    prepare: ({ roster }) => {
      for (const [label, type] of FIELDS) {
        roster('field', 'add', label, '--type', type, ...(type === 'money' ? ['--currency', 'EUR'] : []));
      }
      roster('field', 'add', 'Choir voice', '--type', 'one_of', '--options', 'Alto,Bass');
      roster('field', 'add', 'Instruments', '--type', 'many_of', '--options', 'Flute,Drum');
      roster('field', 'add', 'Keyholder', '--type', 'yes_no');
      roster('org', 'add', 'Aurora', '--kind', 'account', '--set', 'street=Quay 1', '--set', 'city=Whitby');
    },
  });
  page = app.page;
});
after(() => app?.stop());

const mia = () => app.roster('contacts', '--search', 'mia').contacts[0];
const kept = (what, test) => until(() => test(mia()), `${what} in the workspace`);
const add = async (section, item) => {
  await page.click('button', `Add: ${section}`);
  if (item) await page.click('menuitem', item);
};

test('quick create takes a name, one point and an organization, and opens the profile', async () => {
  await page.click('button', 'New contact');
  await page.find('dialog', 'New contact');
  await page.fill('textbox', 'First name', 'Mia');
  await page.fill('textbox', 'Last name', 'Vidal');
  await page.fill('textbox', 'Phone or e-mail', 'mia@aurora.example');
  await page.fill('combobox', 'Organization', 'Auro');
  await page.choose('Aurora');
  await page.click('button', 'Save', { exact: true });
  await page.find('button', 'Edit First name: Mia');
  await kept('the contact', (contact) => contact?.organizations[0]?.name === 'Aurora');
});

test('phones, web addresses, notes, tags and details are added where they stand', async () => {
  await add('Phones and e-mails', 'Mobile phone');
  await page.fill('textbox', 'Mobile', `+34612345678${ENTER}`);
  await kept('the phone', ({ points }) => points.some(({ normalized }) => normalized === '+34612345678'));
  await add('Web and messaging', 'Website');
  await page.fill('textbox', 'Website', `mia.example${ENTER}`);
  await kept('the website', ({ points }) => points.some(({ kind }) => kind === 'website'));
  await page.click('button', 'Edit Birthday:');
  await page.fill('textbox', 'Birthday', `1984-05-06${ENTER}`);
  await kept('the birthday', ({ birthday }) => birthday === '1984-05-06');
  await page.click('button', 'Edit Job title:');
  await page.fill('textbox', 'Job title', `CFO${ENTER}`);
  await kept('the title', ({ organizations }) => organizations[0].title === 'CFO');
  await page.click('button', 'Edit Source:');
  await page.fill('textbox', 'Source', `fair${ENTER}`);
  await kept('the source', ({ source }) => source === 'fair');
});

test('the address is the organization’s until a copy is kept', async () => {
  await add('Addresses', 'Use the address of Aurora');
  await page.shows('Address of Aurora');
  await kept('the address', ({ addresses }) => addresses[0]?.city === 'Whitby');
  await page.picture('profile-followed-address');
  await page.click('button', 'Keep a copy of the address of Aurora');
  await kept('the copy', ({ addresses }) => addresses[0].organization_id === null && addresses[0].city === 'Whitby');
});

test('the organization is changed to one that is made on the spot', async () => {
  await page.click('button', 'Edit Organization:');
  await page.fill('combobox', 'Organization', 'Cedar Tools');
  await page.choose('lead');
  await page.click('button', 'Save', { exact: true });
  await kept(
    'the lead',
    ({ organizations }) => organizations[0].name === 'Cedar Tools' && organizations[0].kind === 'lead',
  );
});

for (const [label, type, typed, value] of FIELDS) {
  test(`a custom field takes ${type}`, async () => {
    await add('Custom fields', label);
    const keys = type === 'long_text' ? `${typed}${'\uE009'}${ENTER}` : `${typed}${ENTER}`;
    await page.fill('textbox', label, keys);
    await kept(label, ({ fields }) => Object.values(fields).includes(value));
  });
}

test('custom fields of choices are chosen', async () => {
  const { fields } = app.roster('fields');
  const code = (wanted) => fields.find(({ label }) => label === wanted).code;
  await add('Custom fields', 'Keyholder');
  await page.click('menuitem', 'es');
  await kept('yes', ({ fields: held }) => held[code('Keyholder')] === 'yes');
  await add('Custom fields', 'Choir voice');
  await page.click('menuitem', 'Alto');
  await kept('the voice', ({ fields: held }) => held[code('Choir voice')] === 'Alto');
  // The last one that is left is added at once.
  await add('Custom fields');
  await page.click('menuitem', 'Flute');
  await page.session.press(ESCAPE);
  await kept('the instrument', ({ fields: held }) => held[code('Instruments')] === 'Flute');
});

test('the history tells of it and brings a value back', async () => {
  await page.click('tab', 'History');
  await page.shows('fair');
  await page.picture('profile-history');
  await page.session.press(ESCAPE);
  assert.ok(app.roster('contact', 'history', String(mia().id)).changes.length > 5);
});
