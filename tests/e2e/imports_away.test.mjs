// What follows an import: cells corrected in the rehearsal and carried out, a large one in the background while the window
// is used, who was in the last file and is missing in this one, and an import taken back from the history.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';
import { importerOf } from './lib/wizard.mjs';

const ENTER = '\uE007';
const ESCAPE = '\uE00C';
/** Enough that the window can be used for a while before they are written. */
const MANY = 40_000;

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
const contacts = () => app.roster('stats').contacts;

test('a cell is corrected and a row left out, and just that is carried out', async () => {
  await wizard.takeRows('choir.csv', [
    'First name,Last name,E-mail,Mobile',
    'Noa,Levi,noa@levi.example,',
    'Dana,Bar,dana@,',
    'Uri,Katz,uri@katz.example,+972 50 123 4567',
  ]);
  await wizard.toSummary();
  await page.shows('3 rows checked');
  await page.fill('textbox', 'E-mail, row 3', `dana@bar.example${ENTER}`);
  await page.click('button', 'Check again');
  await page.shows('1 cell corrected');
  await page.click('button', 'new contacts');
  await page.click('button', 'All cells of row 4');
  await page.click('checkbox', 'Leave row 4 out');
  await page.click('button', 'Check again');
  await page.shows('1 row left out');
  await wizard.carryOut();
  assert.deepEqual([contacts(), contact('dana').points[0].value], [2, 'dana@bar.example']);
  await page.click('button', 'Show the new contacts');
  await page.find('gridcell', 'Dana Bar');
});

test('a large import goes on in the background, is cancelled there, and then carried out', async () => {
  const before = contacts();
  const rows = Array.from({ length: MANY }, (_, n) => `Person ${n},Number ${n},person${n}@many.example`);
  await wizard.takeRows('many.csv', ['First name,Last name,E-mail', ...rows]);
  await wizard.toSummary();
  await page.shows('40,000 rows checked', 120_000);
  await page.click('button', 'Import 40,000 contacts');
  await page.click('button', 'Continue in the background');
  await page.find('region', 'Import under way');
  await page.gone('dialog');
  await page.goTo('groups');
  await page.goTo('contacts');
  await page.click('gridcell', 'Noa Levi');
  await page.find('region', 'Import under way');
  await page.click('button', 'Cancel the import');
  await page.shows('The import was cancelled. Nothing was changed.');
  await page.gone('region', 'Import under way');
  assert.equal(contacts(), before);

  await page.click('button', 'Show the summary');
  await page.click('button', 'Import 40,000 contacts');
  await page.find('button', 'Cancel the import');
  await page.session.press(ESCAPE);
  await page.find('region', 'Import under way');
  await page.shows('40,000 rows imported', 180_000);
  assert.equal(contacts(), before + MANY);
  await page.click('button', 'Show the new contacts');
  await page.find('gridcell', 'Person 0 Number 0');
});

test('who was in the last file and is missing in this one is listed, and opens', async () => {
  await wizard.takeRows('board 2025.csv', [
    'Name,E-mail,Seat',
    'Avi Cohen,avi@board.example,Chair',
    'Lea Stern,lea@board.example,Deputy',
  ]);
  await wizard.toSummary();
  await wizard.carryOut();
  await page.click('button', 'Close', { exact: true });
  await wizard.takeRows('board 2026.csv', [
    'Name,E-mail,Seat',
    'Avi Cohen,avi@board.example,Chair',
    'Gil Or,gil@board.example,Deputy',
  ]);
  await wizard.toSummary();
  await wizard.carryOut();
  await page.click('button', 'Close', { exact: true });
  await page.goTo('imports');
  await page.click('rowheader', 'board 2026.csv');
  await page.shows('The last file with these columns was board 2025.csv');
  await page.click('button', 'Open Lea Stern');
  await page.find('heading', 'Lea Stern');
});

test('an import is taken back from the history, and what was changed since is kept and named', async () => {
  const lea = contact('lea@board.example');
  app.roster('contact', 'edit', String(lea.id), '--set', 'job_title=Editor');
  await page.goTo('imports');
  await page.click('rowheader', 'board 2025.csv');
  await page.click('button', 'Undo this import');
  await page.shows('1 contact was kept');
  await page.shows('edited since');
  await until(() => contact('avi@board.example') === undefined, 'Avi taken back');
  assert.equal(contact('lea@board.example').job_title, 'Editor');
});
