// A messy file in the Fields stage: names taken apart, two columns joined, countries given a meaning, garbled text repaired,
// and a row left out of what is carried out.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startRoster } from './lib/roster.mjs';
import { importerOf } from './lib/wizard.mjs';

const ESCAPE = '\uE00C';

let app;
let page;
let wizard;
before(async () => {
  app = await startRoster();
  page = app.page;
  wizard = importerOf(app);
  await page.shows('Drop a spreadsheet here');
});
after(() => app?.stop());
afterEach(() => page.clear());

/** Closes what a column's chip has opened, and only that. */
async function shut(header) {
  await page.session.press(ESCAPE);
  await page.gone('dialog', header);
}

const contact = (search) => app.roster('contacts', '--search', search).contacts[0];

test('names are taken apart, two columns joined and a country is given a meaning', async () => {
  await wizard.takeRows('messy.csv', [
    'Name;E-mail;Street;Nr.;Country',
    '"van Dijk, Noa";noa@dijk.example;Hauptstr.;5;Narnia',
    'Tom Berg;tom@berg.example;Ring;7;Deutschland',
    'Reception;desk@berg.example;;;Deutschland',
  ]);
  await wizard.on();
  await wizard.at('Fields');
  await page.click('button', 'Name: Taken apart');
  await page.shows('Last name');
  await shut('Name');

  await page.click('button', 'Nr. Choose a field');
  await page.click('menuitem', 'Street, has Street');
  await page.click('button', 'Join the two');
  await page.click('button', 'Nr.: Joined to Street');
  await page.shows('Hauptstr. 5');
  await shut('Nr.');

  await page.click('button', 'Country: 1 value not understood');
  await page.click('button', 'Meaning of “Narnia”');
  await page.choose('United Kingdom');
  await shut('Country');
  await page.find('button', 'Country: All 2 values understood');
  await wizard.on();
  await wizard.on();

  await page.shows('3 rows checked');
  await page.click('button', 'All cells of row 4');
  await page.click('checkbox', 'Leave row 4 out');
  await page.click('button', 'Check again');
  await page.shows('1 row left out');
  await wizard.carryOut();

  assert.equal(app.roster('stats').contacts, 2);
  const noa = contact('noa');
  assert.deepEqual([noa.first_name, noa.last_name], ['Noa', 'van Dijk']);
  assert.deepEqual([noa.addresses[0].street, noa.addresses[0].country], ['Hauptstr. 5', 'GB']);
  await page.click('button', 'Undo this import');
  await page.shows('This import was undone');
  assert.equal(app.roster('stats').contacts, 0);
  await page.click('button', 'Close', { exact: true });
});

test('the program is named, and garbled text is repaired when asked', async () => {
  await wizard.takeRows('Connections.csv', [
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    'KÃ¤the,GrÃ¶ÃŸer,,kaethe@suess.example,BÃ¤ckerei,CEO,12 Mar 2025',
  ]);
  await page.find('button', 'LinkedIn, English 7 of 7 columns known');
  await page.shows('KÃ¤the becomes Käthe');
  await page.click('button', 'Repair the text');
  await page.shows('Text that was read in a wrong encoding is repaired');
  await wizard.walk();
  assert.equal(contact('kaethe').name, 'Käthe Größer');
  await page.click('button', 'Show the new contacts');
  await page.find('gridcell', 'Käthe Größer');
});
