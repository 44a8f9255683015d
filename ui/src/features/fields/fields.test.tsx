import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Field } from '@/ipc/bindings';
import { field } from '@/ipc/double/fieldSeeds';
import { expectAccessible, renderApp } from '@/test/renderApp';

const calls = (app: ReturnType<typeof renderApp>, name: string) =>
  app.double.calls.filter((call) => call.name === name).map(({ input }) => input);

const row = (name: RegExp) => screen.findByRole('row', { name });

async function act(app: ReturnType<typeof renderApp>, label: string, what: string) {
  await app.user.click(await screen.findByRole('button', { name: `Actions for ${label}` }));
  await app.user.click(await screen.findByRole('menuitem', { name: what }));
}

async function choose(app: ReturnType<typeof renderApp>, option: string) {
  await app.user.click(within(await screen.findByRole('listbox')).getByRole('option', { name: option }));
}

describe('the fields', () => {
  it('are listed with type, code and use', async () => {
    renderApp('/fields');
    const shoes = await row(/Shoe size/);
    expect(shoes.textContent).toContain('shoe_size');
    expect(shoes.textContent).toContain('Text');
    await screen.findByRole('heading', { name: 'Default fields' });
    await screen.findByRole('button', { name: '1 doesn’t fit' });
    await expectAccessible();
  });

  it('are added with options, and taken back from the toast', async () => {
    const app = renderApp('/fields');
    await app.user.click(await screen.findByRole('button', { name: 'Add a field' }));
    const dialog = await screen.findByRole('dialog');
    await app.user.type(within(dialog).getByLabelText('Name'), 'Team');
    await app.user.click(within(dialog).getByRole('button', { name: /Type/ }));
    await choose(app, 'One of a list');
    await app.user.click(within(dialog).getByRole('button', { name: 'Add an option' }));
    await app.user.keyboard('Blue{Enter}Green');
    await expectAccessible();
    await app.user.click(within(dialog).getByRole('button', { name: 'Add the field' }));
    await row(/Team/);
    const [sent] = calls(app, 'field_add') as Field[];
    expect(sent).toMatchObject({ label: 'Team', type: 'one_of', options: ['Blue', 'Green'], subject: 'contact' });
    await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /Team/ })).toBeNull());
  });

  it('say beneath the part why it was refused', async () => {
    const app = renderApp('/fields');
    await app.user.click(await screen.findByRole('button', { name: 'Add a field' }));
    await app.user.type(screen.getByLabelText('Name'), 'Shoe size{Enter}');
    await screen.findByText(/There is a field/);
  });

  it('show what would not fit before a change of type', async () => {
    const app = renderApp('/fields');
    await act(app, 'Height', 'Edit …');
    const dialog = await screen.findByRole('dialog');
    await app.user.click(within(dialog).getByRole('button', { name: /Type/ }));
    await choose(app, 'Text');
    await within(dialog).findByText(/carried over/);
    await app.user.click(within(dialog).getByRole('button', { name: /Type/ }));
    await choose(app, 'One of a list');
    await app.user.click(within(dialog).getByRole('button', { name: 'Add an option' }));
    await app.user.keyboard('tall');
    await app.user.click(await within(dialog).findByRole('button', { name: 'Change, keep 1 value as it is' }));
    await waitFor(() => expect(calls(app, 'field_edit')[0]).toMatchObject({ keep_misfits: true, type: 'one_of' }));
  });

  it('are moved, retired and brought back', async () => {
    const app = renderApp('/fields');
    await act(app, 'Allergies', 'Move up');
    await waitFor(() => expect(calls(app, 'fields_arrange')).toHaveLength(1));
    expect((calls(app, 'fields_arrange')[0] as { codes: string[] }).codes.slice(0, 2)).toEqual([
      'allergies',
      'shoe_size',
    ]);
    await act(app, 'Allergies', 'Retire');
    await screen.findByText('retired');
    await act(app, 'Allergies', 'Bring back');
    await waitFor(() => expect(screen.queryByText('retired')).toBeNull());
  });

  it('say what goes with them before they are removed', async () => {
    const app = renderApp('/fields');
    await screen.findByRole('button', { name: '1 doesn’t fit' });
    await act(app, 'Height', 'Remove …');
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('The values of 2 contacts go with it.');
    await app.user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /Height/ })).toBeNull());
  });

  it('list the values that do not fit, with the way there', async () => {
    const app = renderApp('/fields');
    await app.user.click(await screen.findByRole('button', { name: '1 doesn’t fit' }));
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('tall');
    await app.user.click(within(dialog).getByRole('link'));
    expect(app.address()).toBe('/contacts/5');
  });

  it('invite to add one where there are none', async () => {
    const app = renderApp('/fields');
    await app.user.click(await screen.findByRole('radio', { name: 'Organizations' }));
    await screen.findByRole('heading', { name: 'No fields of your own yet' });
    await expectAccessible();
  });

  it('are two hundred as easily as ten', async () => {
    const fields = Array.from({ length: 200 }, (_, n) =>
      field({ code: `f${n}`, label: `Field ${n}`, section: 'custom' }),
    );
    renderApp('/fields', { handlers: { fields_manage: () => ({ fields }) } });
    expect(await screen.findAllByRole('row')).toHaveLength(201);
  });
});

describe('a value in the profile', () => {
  it('is shown and edited by its type', async () => {
    const app = renderApp('/contacts/2');
    await app.user.click(await screen.findByRole('button', { name: /^Edit Height:/ }));
    const input = screen.getByRole('textbox', { name: 'Height' });
    await app.user.clear(input);
    await app.user.type(input, 'many{Enter}');
    await screen.findByText('This is not a number.');
    await app.user.clear(input);
    await app.user.type(input, '1,170{Enter}');
    await waitFor(() =>
      expect(calls(app, 'contact_edit')[0]).toMatchObject({
        edits: [{ kind: 'seen', was: '168.5', edit: { field: 'height', value: '1170' } }],
      }),
    );
    await app.user.click(screen.getByRole('button', { name: /Choose Photos allowed/ }));
    await app.user.click(await screen.findByRole('menuitemradio', { name: 'No' }));
    await waitFor(() =>
      expect(calls(app, 'contact_edit')[1]).toMatchObject({
        edits: [{ kind: 'seen', was: 'yes', edit: { field: 'photo_consent', value: 'no' } }],
      }),
    );
    await app.user.click(screen.getByRole('button', { name: 'Open the page' }));
    expect(calls(app, 'open_external')).toEqual([{ url: 'https://noa.example/work' }]);
  });

  it('of several of a list is sent once the list closes', async () => {
    const app = renderApp('/contacts/2');
    await app.user.click(await screen.findByRole('button', { name: /Choose Diet/ }));
    await app.user.click(await screen.findByRole('menuitemcheckbox', { name: 'Kosher' }));
    await app.user.keyboard('{Escape}');
    const edit = { kind: 'set', field: 'diet', value: 'Vegan, Kosher, "Nuts, none"' };
    const edits = [{ kind: 'seen', was: 'Vegan, "Nuts, none"', edit }];
    await waitFor(() => expect(calls(app, 'contact_edit')[0]).toMatchObject({ edits }));
  });
});

it('a new contact is asked for what is required', async () => {
  const required = field({ code: 'locker', label: 'Locker', type: 'number', section: 'custom', required: true });
  const app = renderApp('/contacts', { handlers: { fields_list: () => ({ fields: [required] }) } });
  await app.user.click(await screen.findByRole('button', { name: /New contact/ }));
  await app.user.type(await screen.findByRole('textbox', { name: 'Locker' }), '1,200');
  await app.user.type(screen.getByRole('textbox', { name: 'First name' }), 'Mia{Enter}');
  await waitFor(() => expect(calls(app, 'contact_create')).toHaveLength(1));
  const { set } = calls(app, 'contact_create')[0] as { set: unknown[] };
  expect(set).toContainEqual({ field: 'locker', value: '1200' });
});
