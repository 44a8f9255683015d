// Files as offices have them, through all four stages: Outlook's in German, Google's with fields of one's own, a messy workbook
// with three sheets, cards with pictures; every value is accounted for, and who came in twice is merged from the list.
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';
import { importerOf } from './lib/wizard.mjs';

const ESCAPE = '\uE00C';
const near = (path) => new URL(path, import.meta.url);
/** The whole header that a program writes. */
const headerOf = (program, locale) => {
  const lists = readFileSync(near('../../crates/core/src/guess/data/dialects.tsv'), 'utf8').split('\n');
  const list = lists.find((line) => line.startsWith(`${program}\t${locale}\t`));
  return list
    .split('\t')
    .slice(2)
    .map((cell) => cell.slice(0, cell.lastIndexOf('=')));
};
/** A file with the whole header, and in each row what is given by header. */
const fileOf = (header, delimiter, rows) =>
  [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))].map((row) => row.join(delimiter)).join('\r\n');

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

const contact = (search) => app.roster('contacts', '--search', search).contacts[0];

test('an Outlook file in German is known by its header, in its own encoding', async () => {
  const noa = {
    Vorname: 'Noa',
    Nachname: 'Levi',
    Firma: 'Bäckerei Süß',
    'Straße geschäftlich': 'Hauptstr. 5',
    'Straße geschäftlich 2': 'Hof',
    'Straße geschäftlich 3': '2. Stock',
    'Ort geschäftlich': 'Köln',
    'Postleitzahl geschäftlich': '01067',
    'Land/Region geschäftlich': 'Deutschland',
    Geburtstag: '17.3.1980',
    'E-Mail-Adresse': 'noa@suess.example',
  };
  const tom = { Vorname: 'Jörg', Nachname: 'Groß', Mobiltelefon: '+49 1512 3456789', Geburtstag: '0.0.00' };
  const file = app.file('kontakte.csv');
  writeFileSync(file, Buffer.from(fileOf(headerOf('outlook-desktop', 'de'), ';', [noa, tom]), 'latin1'));
  await wizard.take(file);
  await page.find('button', 'Outlook, German');
  await page.shows('Bäckerei Süß');
  await wizard.walk();
  const made = contact('noa');
  assert.deepEqual([made.name, made.birthday, made.organizations[0].name], ['Noa Levi', '1980-03-17', 'Bäckerei Süß']);
  const { street, street2, city, postcode, country } = made.addresses[0];
  assert.deepEqual([street, street2, city, postcode, country], ['Hauptstr. 5', 'Hof, 2. Stock', 'Köln', '01067', 'DE']);
  await page.click('button', 'Show the new contacts');
  await page.find('gridcell', 'Jörg Groß');
});

test('Google’s fields of one’s own come in by their labels', async () => {
  const header = [...headerOf('google', 'new'), 'Custom Field 2 - Label', 'Custom Field 2 - Value'];
  const person = (first, email, more) => ({ 'First Name': first, 'E-mail 1 - Value': email, ...more });
  const rows = [
    person('Dana', 'dana@x.example', { 'Custom Field 1 - Label': 'Shoe size', 'Custom Field 1 - Value': '38' }),
    person('Gil', 'gil@x.example', {
      'Relation 1 - Label': 'Spouse',
      'Relation 1 - Value': 'Uri',
      'Custom Field 1 - Label': 'Choir voice',
      'Custom Field 1 - Value': 'Tenor',
      'Custom Field 2 - Label': 'Shoe size',
      'Custom Field 2 - Value': '44',
    }),
  ];
  const file = app.file('contacts.csv');
  writeFileSync(file, fileOf(header, ',', rows));
  await wizard.take(file);
  await page.find('button', 'Google Contacts');
  await wizard.on();
  await wizard.at('Fields');
  await page.find('button', 'Custom Field 1 - Value Custom fields, by their labels');
  await wizard.toSummary();
  await wizard.carryOut();
  await page.click('button', 'Show the new contacts');
  await page.find('gridcell', 'Dana');
  assert.deepEqual(contact('dana').fields, { shoe_size: '38' });
  assert.deepEqual(contact('gil').fields, { spouse: 'Uri', choir_voice: 'Tenor', shoe_size: '44' });
});

test('of a messy workbook the second of three sheets is chosen, and every value is accounted for', async () => {
  const file = app.file('three sheets.xlsx');
  copyFileSync(near('../samples/three_sheets.xlsx'), file);
  await wizard.take(file);
  await page.click('button', 'Sheet Who to ask');
  await page.choose('Members 2026');
  await page.find('button', 'Header in row 4');
  await page.shows('RENEE@cruz.example');
  await wizard.on();
  await wizard.toSummary();
  await page.shows('6 rows checked');
  await page.click('button', 'By column');
  await page.find('dialog', 'What becomes of the values of each column');
  await page.shows('2 in rows that are not imported');
  await page.session.press(ESCAPE);
  await page.gone('dialog', 'What becomes of the values of each column');
  await wizard.carryOut();
  const renee = contact('cruz');
  assert.deepEqual([renee.last_name, renee.birthday], ['de la Cruz', '1984-05-06']);
  await page.click('button', 'Show the new contacts');
  await page.find('gridcell', 'Tom Berg');
});

test('cards bring pictures, a second picture is told, and who is there twice is merged from the list', async () => {
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const other = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
  const card = (name, email, photo) => [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${name};;;`,
    `EMAIL:${email}`,
    `PHOTO;ENCODING=b;TYPE=PNG:${photo}`,
    'END:VCARD',
  ];
  const file = app.file('cards.vcf');
  const cards = [
    card('Levi;Noa', 'noa@home.example', pixel),
    card('Levi;Noa', 'noa@home.example', other),
    card('Brown;Isla', 'isla@brown.example', pixel),
  ];
  writeFileSync(file, `${cards.flat().join('\r\n')}\r\n`);
  await wizard.take(file);
  await wizard.walk();
  await page.shows('1 detail that could not be read, kept as a note');
  const before = app.roster('stats').contacts;
  await page.click('button', 'Compare');
  await page.click('button', 'Merge Noa Levi');
  await page.find('dialog', 'Merge 2 contacts');
  await page.shows('Since ');
  await page.click('button', 'Merge', { exact: true });
  await page.shows('None of them is there any more');
  await until(() => app.roster('stats').contacts === before - 1, 'one contact less');
  const noa = contact('levi');
  assert.deepEqual(noa.points.map(({ value }) => value).sort(), ['noa@home.example', 'noa@suess.example']);
});
