// The second stage: giving columns their fields, orange columns, the field that is taken, new fields, dates, country, and
// what happens to existing contacts.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ImportRequest, PreviewColumn } from '@/ipc/bindings';
import { expectAccessible } from '@/test/renderApp';
import { previewOf } from '../model/testing';
import { atFields, goOn, lastCall, type Opened, press } from '../testing';

const head = (column: string) => screen.getByRole('button', { name: new RegExp(`^${column}`) });

async function give(app: Opened, column: string, field: string): Promise<void> {
  await app.user.click(head(column));
  await app.user.click(await screen.findByRole('menuitemradio', { name: field }));
}

/** The mapping that the core would get: walks on to the rehearsal. */
async function mapping(app: Opened): Promise<ImportRequest['mapping']> {
  for (let step = 0; step < 4 && !lastCall(app, 'import_rehearse'); step += 1) await goOn(app);
  await waitFor(() => expect(lastCall(app, 'import_rehearse')).toBeDefined());
  return (lastCall(app, 'import_rehearse') as ImportRequest).mapping;
}

describe('the columns', () => {
  it('show header, field and certainty, and the ones without a field stand out', async () => {
    await atFields();
    screen.getByText('7 of 9');
    head('First name First name');
    head('Mobile Phone, mobile');
    expect(screen.getAllByText('sure').length).toBeGreaterThan(0);
    screen.getByText('likely');
    expect(screen.getByText('guess').getAttribute('title')).toContain('please check it');
    const open = head('Shoe size Choose a field');
    expect(open.closest('th')?.dataset.openColumn).toBe('true');
    await expectAccessible();
  });

  it('are given a field by searching the menu', async () => {
    const app = await atFields();
    await app.user.click(head('Shoe size'));
    await app.user.keyboard('not');
    await app.user.keyboard('{Enter}');
    await screen.findByRole('button', { name: 'Shoe size Notes' });
    screen.getByText('8 of 9');
  });

  it('are numbered where a field can be given several times', async () => {
    const app = await atFields();
    await give(app, 'Shoe size', 'E-mail');
    await screen.findByRole('button', { name: 'Shoe size E-mail 2' });
    await give(app, 'E-mail', 'Ignore');
    await screen.findByRole('button', { name: 'Shoe size E-mail' });
  });

  it('are walked through by “Show the left”', async () => {
    const app = await atFields();
    await press(app, 'Show the 1 left');
    expect(document.activeElement).toBe(head('Shoe size'));
  });

  it('cannot have the same single field twice, unless it is taken over', async () => {
    const app = await atFields();
    await give(app, 'Shoe size', 'Last name, has Surname');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('“Last name” is given to the column “Surname” already');
    head('Shoe size Choose a field');
    await expectAccessible();
    await press(app, 'Give it to “Shoe size”');
    head('Shoe size Last name');
    head('Surname Choose a field');
  });

  it('become a new custom field that is named in place, and never one that exists', async () => {
    const app = await atFields();
    await app.user.click(head('Shoe size'));
    await app.user.click(await screen.findByRole('menuitemradio', { name: 'New field …' }));
    const name = await screen.findByRole('textbox', { name: 'Name of the new field' });
    expect((name as HTMLInputElement).value).toBe('Shoe size');
    screen.getByText('There is a field of this name already.');
    await app.user.clear(name);
    await app.user.type(name, 'Shoes{Enter}');
    await screen.findByRole('button', { name: 'Shoe size New: Shoes' });
    expect((await mapping(app))[7]).toMatchObject({ position: 8, field: null, new_field: 'Shoes' });
  });
});

describe('Continue', () => {
  it('warns of columns that would be left out, once, and drops none in silence', async () => {
    const app = await atFields();
    await goOn(app);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('1 column will be left out: “Shoe size”.');
    expect(alert.textContent).toContain('The dates of “D.o.b.” can be read in two ways.');
    await expectAccessible();
    const sent = await mapping(app);
    expect(sent).toHaveLength(9);
    expect(sent[7]).toMatchObject({ position: 8, field: null, new_field: null });
  });
});

describe('values', () => {
  it('are read by both orders where a date is ambiguous, and the user decides', async () => {
    const app = await atFields();
    await press(app, 'Dates day, month, year');
    const choice = await screen.findByRole('radiogroup', { name: 'D.o.b.: 07/03/1980 means' });
    within(choice).getByText('March 7, 1980');
    await app.user.click(within(choice).getByText('July 3, 1980'));
    await app.user.keyboard('{Escape}');
    await screen.findByRole('button', { name: 'Dates month, day, year' });
    expect((await mapping(app))[6]).toMatchObject({ position: 7, date_order: 'MDY' });
  });

  it('take the country of the workspace, and remember another one', async () => {
    const app = await atFields();
    await press(app, 'Default country United Kingdom');
    await app.user.keyboard('israel');
    await app.user.click(await screen.findByRole('menuitemradio', { name: 'Israel' }));
    await screen.findByRole('button', { name: 'Default country Israel' });
    expect(lastCall(app, 'settings_set')).toMatchObject({ country: 'IL' });
    await mapping(app);
    expect(lastCall(app, 'import_rehearse')).toMatchObject({ country: 'IL' });
  });
});

describe('existing contacts', () => {
  it('have a rule, a mode, keys in an order, and rules of single columns', async () => {
    const app = await atFields();
    await press(app, 'Existing contacts fill blanks');
    await app.user.click(await screen.findByRole('radio', { name: /^Replace/ }));
    await press(app, 'More');
    await app.user.click(screen.getByRole('radio', { name: /^Update only/ }));
    await app.user.click(screen.getByRole('button', { name: 'Phone number: try earlier' }));
    await app.user.click(screen.getByRole('checkbox', { name: 'Roster id' }));
    await expectAccessible();
    await press(app, /Rule for Mobile/);
    const rules = within(await screen.findByRole('listbox', { name: 'Rule for Mobile' }));
    await app.user.click(rules.getByRole('option', { name: 'Add' }));
    await app.user.keyboard('{Escape}');
    await screen.findByRole('button', { name: 'Existing contacts update only' });
    const sent = await mapping(app);
    expect(lastCall(app, 'import_rehearse')).toMatchObject({
      update: 'replace',
      mode: 'update',
      match_keys: ['phone', 'email'],
    });
    expect(sent[4]).toMatchObject({ position: 5, update: 'add' });
  });
});

describe('a file of people who have opted out', () => {
  const columns = [
    {
      position: 1,
      column: 'E-mail',
      field: 'email',
      confidence: 0.99,
      samples: ['noa@levi.example'],
      dates: null,
      label_of: null,
      kept: null,
    },
  ];
  const import_preview = () => previewOf(columns, { everyone_opted_out: true });

  it('says so, and is believed unless the user says otherwise', async () => {
    const app = await atFields({ handlers: { import_preview } });
    const box = screen.getByRole('checkbox', { name: 'Everyone in this file has opted out' });
    expect(box).toHaveProperty('checked', true);
    await expectAccessible();
    await app.user.click(box);
    await mapping(app);
    expect(lastCall(app, 'import_rehearse')).toMatchObject({ everyone_opted_out: false });
  });
});

describe('a column that names what stands beside it', () => {
  const column = (position: number, name: string, more: Partial<PreviewColumn>): PreviewColumn => ({
    position,
    column: name,
    field: 'ignore',
    confidence: 0.98,
    samples: [],
    dates: null,
    label_of: null,
    kept: null,
    ...more,
  });
  const columns = [
    column(1, 'Phone 1 - Label', { label_of: 2 }),
    column(2, 'Phone 1 - Value', { field: 'phone' }),
    column(3, 'Row', {}),
  ];

  it('is said to be the label of that column', async () => {
    await atFields({ handlers: { import_preview: () => previewOf(columns) } });
    head('Phone 1 - Label Label of Phone 1 - Value');
    head('Row Ignore');
  });
});
