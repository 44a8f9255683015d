// New contact and export.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Failure } from '@/ipc/failure';
import { expectAccessible, renderApp } from '@/test/renderApp';

describe('a new contact', () => {
  it('is made from a name and one point, and its profile opens', async () => {
    const { double, user } = renderApp('/contacts');
    await user.click(await screen.findByRole('button', { name: 'New contact' }));
    await expectAccessible();
    await user.type(screen.getByRole('textbox', { name: 'First name' }), 'Ada');
    await user.type(screen.getByRole('textbox', { name: 'Last name' }), 'Byron');
    await user.type(screen.getByRole('textbox', { name: 'Phone or e-mail' }), 'ada@byron.example{Enter}');
    expect(await screen.findByRole('complementary', { name: 'Ada Byron' })).toBeVisible();
    expect(double.calls.find(({ name }) => name === 'contact_create')?.input).toEqual({
      set: [
        { field: 'first_name', value: 'Ada' },
        { field: 'last_name', value: 'Byron' },
        { field: 'email', value: 'ada@byron.example' },
      ],
    });
  });

  it('says beneath the field why it was refused', async () => {
    const { user } = renderApp('/contacts');
    await user.click(await screen.findByRole('button', { name: 'New contact' }));
    await user.type(screen.getByRole('textbox', { name: 'Phone or e-mail' }), 'ada@');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('This is not an e-mail address.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Phone or e-mail' })).toBeInvalid();
  });
});

describe('an export', () => {
  /** A choice of the select that is open; its hidden twin for forms is none. */
  const option = async (name: string) => within(await screen.findByRole('listbox')).getByRole('option', { name });

  const open = async () => {
    const app = renderApp('/contacts');
    await screen.findByText('204 contacts');
    await app.user.keyboard('{Control>}e{/Control}');
    return { ...app, dialog: await screen.findByRole('dialog', { name: 'Export contacts' }) };
  };

  it('writes what the list shows and says where the file is', async () => {
    const { double, user, dialog } = await open();
    expect(within(dialog).getByText('204 contacts')).toBeVisible();
    await expectAccessible();
    await user.click(within(dialog).getByRole('button', { name: 'Export …' }));
    expect(await screen.findByText('204 contacts exported')).toBeVisible();
    expect(double.calls.find(({ name }) => name === 'export_run')?.input).toMatchObject({
      path: '/home/office/contacts.xlsx',
      format: 'xlsx',
      selection: null,
      fields: [],
    });
    await user.click(screen.getByRole('button', { name: 'Show in folder' }));
    expect(double.calls.at(-1)).toEqual({ name: 'reveal', input: { path: '/home/office/contacts.xlsx' } });
  });

  it('writes the chosen fields in the order that they are given', async () => {
    const { double, user, dialog } = await open();
    await user.click(within(dialog).getByRole('radio', { name: 'CSV (.csv)' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'All fields that hold anything' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Prefix' }));
    await user.click(within(dialog).getByRole('button', { name: 'Order …' }));
    const up = within(dialog).getByRole('button', { name: 'Move Last name up' });
    await user.click(up);
    expect(up).toHaveFocus();
    await expectAccessible();
    await user.click(within(dialog).getByRole('button', { name: 'Export …' }));
    await waitFor(() => {
      const input = double.calls.find(({ name }) => name === 'export_run')?.input as { fields: string[] };
      expect(input.fields.slice(0, 2)).toEqual(['last_name', 'first_name']);
      expect(input.fields).not.toContain('prefix');
    });
  });

  it('is made for the program that reads it, and says what that has no place for', async () => {
    const { double, user, dialog } = await open();
    await user.click(within(dialog).getByRole('radio', { name: 'CSV (.csv)' }));
    await user.click(within(dialog).getByRole('button', { name: /Who opens it/ }));
    await user.click(await option('Outlook'));
    await user.click(within(dialog).getByRole('button', { name: /Language of the Outlook/ }));
    await user.click(await option('German'));
    await expectAccessible();
    await user.click(within(dialog).getByRole('button', { name: 'Export …' }));
    const done = await screen.findByRole('dialog', { name: '204 contacts exported' });
    expect(within(done).getByText('Groups: 40 contacts')).toBeVisible();
    await expectAccessible();
    expect(double.calls.find(({ name }) => name === 'export_run')?.input).toMatchObject({
      dialect: 'outlook:de',
      opted_out: false,
      csv: null,
    });
  });

  it('for Mailchimp leaves out whom nobody may write to, and can save their list', async () => {
    const { double, user, dialog } = await open();
    await user.click(within(dialog).getByRole('radio', { name: 'CSV (.csv)' }));
    await user.click(within(dialog).getByRole('button', { name: /Who opens it/ }));
    await user.click(await option('Mailchimp'));
    await user.click(within(dialog).getByRole('button', { name: 'Export …' }));
    await user.click(await screen.findByRole('button', { name: 'Save the list …' }));
    await waitFor(() =>
      expect(double.calls.find(({ name }) => name === 'export_left_out')?.input).toMatchObject({ purpose: 'email' }),
    );
  });

  it('goes into a folder as a file for each value', async () => {
    const { double, user, dialog } = await open();
    await user.click(within(dialog).getByRole('button', { name: /^One file/ }));
    await user.click(await option('A file for each: Country'));
    await user.click(within(dialog).getByRole('button', { name: 'Export …' }));
    expect(await screen.findByText('204 contacts exported into 3 files')).toBeVisible();
    expect(double.calls.find(({ name }) => name === 'export_run')?.input).toMatchObject({
      path: '/home/office/lists',
      format: 'xlsx',
      split_by: 'country',
    });
  });

  it('is kept as a profile and taken from it', async () => {
    const { double, user, dialog } = await open();
    await user.click(within(dialog).getByRole('radio', { name: 'CSV (.csv)' }));
    await user.click(within(dialog).getByRole('button', { name: /What is it for/ }));
    await user.click(await option('Calling'));
    await user.click(within(dialog).getByRole('button', { name: 'Profile: None' }));
    await user.click(screen.getByRole('menuitem', { name: 'Save as a profile …' }));
    await user.type(await screen.findByRole('textbox', { name: 'Name of the profile' }), 'Calls{Enter}');
    expect(await within(dialog).findByRole('button', { name: 'Profile: Calls' })).toBeVisible();
    await user.click(within(dialog).getByRole('radio', { name: 'Cards (.vcf)' }));
    await user.click(within(dialog).getByRole('button', { name: 'Profile: Calls, changed' }));
    await expectAccessible();
    await user.click(await screen.findByRole('menuitem', { name: 'Calls' }));
    expect(within(dialog).getByRole('radio', { name: 'CSV (.csv)' })).toBeChecked();
    await user.click(within(dialog).getByRole('button', { name: 'Profile: Calls' }));
    await user.click(screen.getByRole('menuitem', { name: 'Delete the profile' }));
    expect(await within(dialog).findByRole('button', { name: 'Profile: None' })).toBeVisible();
    expect(double.calls.find(({ name }) => name === 'export_profile_save')?.input).toMatchObject({
      name: 'Calls',
      choice: { format: 'csv', purpose: 'phone', fields: [] },
    });
  });

  it('shows a failure in the dialog and can be tried again', async () => {
    const { user } = renderApp('/contacts', {
      handlers: {
        export_run: () => {
          throw new Failure('disk_full', 'The disk is full.');
        },
      },
    });
    await screen.findByText('204 contacts');
    await user.keyboard('{Control>}e{/Control}');
    await user.click(await screen.findByRole('button', { name: 'Export …' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Free some space and try again.');
    expect(screen.getByRole('button', { name: 'Export …' })).toBeEnabled();
  });
});
