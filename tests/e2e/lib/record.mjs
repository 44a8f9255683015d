// The dialogs of the record, of many contacts, of organizations and of custom fields, for the tour.
const CONTROL = '\uE009';
const ESCAPE = '\uE00C';

const TYPES = ['text', 'long_text', 'number', 'money', 'date', 'yes_no', 'one_of', 'many_of', 'url'];

/** Carries out a command by its name in the palette. */
async function command(page, t, id) {
  await page.call([CONTROL, 'k'], 'dialog', t('frame.palette.title'));
  await page.fill('searchbox', t('frame.palette.placeholder'), t(`frame.commands.${id}`));
  await page.click('menuitem', t(`frame.commands.${id}`));
}

/** What is opened from an open profile: an address, a consent. */
export async function dialogsOfTheProfile({ page }, t, visit) {
  const add = (section) => `${t('profile.addTo')} ${t(`profile.sections.${section}`)}`;
  await page.click('button', add('addresses'));
  await page.click('menuitem', t('profile.labels.billing'));
  await page.find('textbox', t('profile.fields.postcode'));
  await visit('new-address');
  await page.session.press(ESCAPE);
  await page.gone('textbox', t('profile.fields.postcode'));
  await page.click('button', add('consents'));
  await page.find('dialog', t('profile.consent.title'));
  await visit('consent');
  await page.clear();
}

/** What is done with a list: its columns, one field of all that are selected. */
export async function dialogsOfTheList({ page }, t, visit, name) {
  await command(page, t, 'columns');
  await page.find('dialog', t('contacts.choose.title'));
  await visit(`columns-${name}`);
  await page.clear();
  await page.call([CONTROL, 'a'], 'button', t('contacts.clearSelection'));
  await page.click('button', t('contacts.bulk.set_field'), { exact: true });
  await page.find('dialog', t('contacts.bulk.set_field'));
  await visit(`set-field-${name}`);
  await page.clear();
  await page.click('button', t('contacts.clearSelection'));
}

/** A new organization, the file that all go to, and the history of one, which is open. */
export async function dialogsOfOrganizations(app, t, visit) {
  const { page } = app;
  await page.click('button', t('organizations.new'), { exact: true });
  await page.find('dialog', t('organizations.create.title'));
  await visit('new-organization');
  await page.clear();
  await page.call([CONTROL, 'e'], 'dialog', t('organizations.export.title'));
  await visit('organization-export');
  await page.clear();
  await dialogsOfTheList(app, t, visit, 'organizations');
}

/** The dialog of a new field with each type. */
export async function dialogsOfFields({ page }, t, visit) {
  for (const type of TYPES) {
    await page.click('button', t('fields.add'), { exact: true });
    await page.find('dialog', t('fields.addTitle.contact'));
    await page.click('button', t('fields.columns.type'));
    await page.choose(t(`fields.types.${type}`));
    await visit(`field-${type}`);
    await page.clear();
  }
}
