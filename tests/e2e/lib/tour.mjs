// Through every screen and every stage of the wizard, in any language.
import { writeFileSync } from 'node:fs';
import { membersAndTheirTypes } from './members.mjs';
import { dialogsOfFields, dialogsOfOrganizations, dialogsOfTheList, dialogsOfTheProfile } from './record.mjs';
import { until } from './webdriver.mjs';
import { wizardOf } from './wizard.mjs';
import { wordsOf } from './words.mjs';

const CONTROL = '\uE009';
const DELETE = '\uE017';
const ESCAPE = '\uE00C';
const DOWN = '\uE015';
const SPACE = ' ';

/** A bit of everything: a column without a field, a row that can't be imported, dates that can be read in two ways. */
const ROWS = [
  ['First name', 'Last name', 'Company', 'E-mail', 'Mobile', 'Country', 'Birthday', 'Shelf'],
  ['Ines', 'Vidal', 'Aurora', 'ines@aurora.example', '+34 612 345 678', 'ES', '03/04/1984', 'A3'],
  ['Tariq', 'Aziz', 'Aurora', 'tariq@aurora.example', '+44 7400 112233', 'GB', '07/08/1990', 'A4'],
  ['Omar', 'Haddad', 'Cedar', 'omar@cedar.example', '+961 3 123 456', 'LB', '02/02/1991', 'B5'],
  ['No', 'Point', 'Nowhere', '', 'call reception', '', '', 'C6'],
];

/** Visits every screen; `visit` is awaited on each with its name. */
export async function tour(app, language, visit) {
  const t = wordsOf(language);
  await emptyScreens(app, t, visit);
  await listOfContacts(app, t, visit);
  await organizations(app, t, visit);
  await otherScreens(app, t, visit);
  await membersAndTheirTypes(app, t, visit);
  await groups(app, t, visit);
  await optOuts(app, t, visit);
  await stagesOfTheWizard(app, t, visit);
}

async function emptyScreens({ page }, t, visit) {
  await page.shows(t('contacts.empty.title'));
  await visit('empty');
  await page.click('button', t('contacts.empty.paste'));
  await page.find('textbox', t('import.source.rows'));
  await visit('wizard-paste');
  await page.clear();
  await page.click('button', t('contacts.empty.sample'));
  await page.find('gridcell', 'Amelia McDonald');
}

async function listOfContacts(app, t, visit) {
  const { page } = app;
  await visit('contacts-toast');
  await page.click('gridcell', 'Amelia McDonald');
  await page.find('button', 'amelia@rockets.example');
  await page.dismiss(t('common.close'));
  await visit('contacts');
  await page.click('button', t('profile.open'), { exact: true });
  await page.isAt('#/contacts/');
  await visit('contact');
  await dialogsOfTheProfile(app, t, visit);
  await filesOfContact(app, t, visit);
  await page.click('tab', t('profile.tabs.history'));
  await page.shows(t('profile.history.operations.sample_data'));
  await visit('history');
  await page.leaveTo('#/contacts');
  await page.call([CONTROL, 'a'], 'button', t('contacts.clearSelection'));
  await visit('selection');
  await page.click('button', t('contacts.bulk.more'), { exact: true });
  await page.click('menuitem', t('contacts.letters'));
  await page.find('dialog', t('letters.title'));
  await visit('letters');
  await page.clear();
  await page.click('button', t('contacts.clearSelection'));
  await mergeDialog(app, t, visit);
  await page.click('button', t('contacts.clearSelection'));
  await dialogsOfTheList(app, t, visit, 'contacts');

  await page.fill('textbox', t('contacts.search'), 'nobody is called this');
  await page.shows(t('contacts.none.title'));
  await visit('no-match');
  await page.click('button', t('contacts.none.clear'));
  await page.click('button', t('contacts.newContact'));
  await page.find('dialog', t('contacts.create.title'));
  await visit('new-contact');
  await page.clear();
  await page.call([CONTROL, 'e'], 'dialog', t('export.title'));
  await visit('export');
  await page.clear();
  await page.call([CONTROL, 'k'], 'dialog', t('frame.palette.title'));
  await visit('palette');
  await page.clear();
}

/** Two contacts chosen by the keyboard, side by side. */
async function mergeDialog({ page }, t, visit) {
  await page.session.run("document.querySelector('[role=grid]').focus()");
  for (const key of [DOWN, SPACE, DOWN, SPACE]) await page.session.press(key);
  await page.click('button', t('contacts.bulk.more'), { exact: true });
  await page.click('menuitem', t('contacts.merge.open'));
  await page.find('radio');
  await visit('merge');
  await page.clear();
}

/** Files of every state: one as it should be, one whose content is gone. */
async function filesOfContact(app, t, visit) {
  const { page, hands } = app;
  await page.click('tab', t('files.tab'));
  await page.shows(t('files.none.title'));
  await visit('files-empty');
  const files = ['Letter of thanks.txt', 'חוזה.pdf'].map(app.file);
  for (const file of files) writeFileSync(file, `${file}: dear Amelia`);
  await hands.drop([...files, app.file('.')], () => page.shows(t('files.dropHint')));
  await page.shows('Letter of thanks.txt');
  await visit('files');
  await page.click('button', t('files.actions'));
  await page.find('menuitem', t('files.remove'));
  await visit('files-menu');
  await page.session.press(ESCAPE);
}

async function organizations(app, t, visit) {
  const { page } = app;
  await page.goTo('organizations');
  await page.find('gridcell', t('organizations.kinds.account'));
  await visit('organizations');
  await page.click('gridcell', t('organizations.kinds.account'));
  // In a narrow window the profile stands over the list.
  await page.click('button', t('profile.open'), { exact: true });
  await page.isAt('#/organizations/');
  await page.find('button', t('profile.addTo'));
  await visit('organization');
  await page.click('tab', t('profile.tabs.history'));
  await page.shows(t('profile.history.operations.sample_data'));
  await visit('organization-history');
  await page.leaveTo('#/organizations');
  await dialogsOfOrganizations(app, t, visit);
  // The row of the one that was open is still the active one.
  await page.session.run("document.querySelector('[role=grid]').focus()");
  await page.session.press(DELETE);
  await page.goTo('trash');
  await page.shows(t('trash.none.contacts'));
  await visit('trash-empty');
  await page.click('button', t('trash.organizations'), { exact: true });
  await page.find('gridcell', t('organizations.kinds.account'));
  await visit('trash');
  await page.session.press(CONTROL, 'z');
}

async function otherScreens(app, t, visit) {
  const { page } = app;
  for (const screen of ['groups', 'imports', 'settings', 'contacts']) {
    await page.goTo(screen);
    if (screen !== 'contacts') await visit(screen);
  }
  for (const [screen, sign] of [
    ['backups', 'backups.title'],
    ['consents', 'consents.title'],
  ]) {
    await page.session.run(`location.hash = '#/${screen}'`);
    await page.find('heading', t(sign));
    await visit(screen);
  }
  await page.session.run("location.hash = '#/fields'");
  await page.shows(t('fields.title'));
  await visit('fields');
  await dialogsOfFields(app, t, visit);
  await page.goTo('contacts');
}

/** A group by filter with every kind of value, and why a contact is in it. */
async function groups({ page }, t, visit) {
  const filter =
    'country = "GB" and (birthday anniversary within 14 days or not tag in ("vip", "press")) and count phone >= 1';
  await page.goTo('groups');
  await page.click('button', t('groups.new'));
  await page.fill('textbox', t('groups.columns.name'), 'Follows');
  await page.click('radio', t('groups.kinds.dynamic'));
  await page.click('button', t('filters.asText'));
  await page.fill('textbox', t('filters.textForm'), filter);
  await page.click('button', t('groups.create'), { exact: true });
  await page.find('row', 'Follows');
  await page.click('button', t('groups.categories.title'));
  await page.find('dialog', t('groups.categories.title'));
  await visit('categories');
  await page.clear();
  await page.click('button', `${t('groups.actionsOf')} Follows`);
  await page.click('menuitem', t('groups.edit'));
  await page.find('dialog', t('groups.editTitle'));
  await page.find('button', t('filters.addGroup'));
  await visit('filter-builder');
  await page.click('button', t('filters.asText'));
  await page.find('textbox', t('filters.textForm'));
  await visit('filter-text');
  await page.clear();
  await groupDialogs(page, t, visit);
  await page.goTo('contacts');
  await page.click('gridcell', 'Amelia McDonald');
  await page.click('button', t('groups.why.open'));
  await page.find('dialog', 'Amelia McDonald');
  await visit('why');
  await page.clear();
  await page.leaveTo('#/contacts');
}

/** A list that names nobody, and two groups merged or combined; nothing is carried out. */
async function groupDialogs(page, t, visit) {
  await page.click('button', `${t('groups.actionsOf')} Follows`);
  await page.click('menuitem', t('groups.assign'));
  await page.fill('textbox', t('groups.assigning.list'), 'nobody@far.example');
  await page.click('button', t('groups.assigning.put'), { exact: true });
  await page.gone('button', t('groups.assigning.put'));
  await visit('assign');
  await page.clear();
  for (const name of ['Follows', 'Newsletter']) await page.click('checkbox', name);
  for (const dialog of ['merge', 'combine']) {
    await page.click('button', t(`groups.${dialog}.action`), { exact: true });
    await page.find('dialog');
    await visit(`group-${dialog}`);
    await page.clear();
  }
}

async function optOuts({ page }, t, visit) {
  await page.goTo('opt-outs');
  await page.click('button', t('opt_outs.add.open'));
  await page.fill('textbox', t('opt_outs.add.lines'), 'amelia@rockets.example');
  // Asked once the rehearsal has found something to opt out; the button stands there before.
  await page.find('radio', t('opt_outs.initiatives.theirs'));
  await visit('opt-outs-add');
  await page.click('button', t('opt_outs.add.run_one'));
  await page.find('button', t('common.undo'), { exact: true });
  await page.clear();
  await page.find('gridcell', 'amelia@rockets.example');
  await visit('opt-outs');
  await page.click('gridcell', 'amelia@rockets.example');
  await page.find('dialog', t('opt_outs.status.title'));
  await visit('status-window');
  await page.clear();
  await page.goTo('contacts');
}

/** The next file with the same columns: somebody is missing in it, and somebody may be there twice. */
async function historyOfImports({ page, file, roster }, t, visit) {
  const [header, ines] = ROWS;
  const again = ines.map((cell) =>
    cell.includes('@') ? 'ines.vidal@home.example' : cell === '+34 612 345 678' ? '' : cell,
  );
  const next = file('people, next.csv');
  writeFileSync(next, [header, again].map((row) => row.join(',')).join('\n'));
  roster('import', next);
  await page.goTo('imports');
  await page.click('rowheader', 'people, next.csv');
  await page.shows(t('imports.missing.title'));
  await page.find('button', 'Omar Haddad');
  await visit('imports-details');
  await page.click('button', t('import.similar.mergeOne'));
  await page.find('radio');
  await visit('imports-merge');
  await page.clear();
}

async function stagesOfTheWizard(app, t, visit) {
  const { page } = app;
  const wizard = wizardOf(page, t);
  const file = app.file('people.csv');
  writeFileSync(file, ROWS.map((row) => row.join(',')).join('\n'));
  app.startAnother([file]);
  await page.shows('Haddad');
  for (const stage of ['source', 'fields', 'groups', 'summary']) {
    await wizard.at(t(`import.stages.${stage}`));
    if (stage === 'summary') break;
    await visit(`wizard-${stage}`);
    await wizard.on();
  }
  await page.shows(t('import.check.nothingWritten'));
  await visit('wizard-rehearsal');
  await wizard.carryOut();
  await visit('wizard-summary');
  await page.click('button', t('import.done.show'));
  await historyOfImports(app, t, visit);

  const damaged = app.file('damaged.xlsx');
  writeFileSync(damaged, 'PK\u0003\u0004 and no more');
  app.startAnother([damaged]);
  await page.find('dialog', 'damaged.xlsx');
  // English has the core's own words, with what is damaged. A toast is an alert too, so one of any words won't do.
  const words = ['is damaged or incomplete', t('import.fileErrors.damaged_file.message')];
  const said = async () => (await Promise.all(words.map((text) => page.all('alert', text)))).flat();
  await until(async () => (await said()).length > 0, 'why the file is not read');
  await visit('wizard-damaged');
}
