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

  it('writes the chosen fields in the order of the list', async () => {
    const { double, user, dialog } = await open();
    await user.click(within(dialog).getByRole('radio', { name: 'CSV (.csv)' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'All fields that hold anything' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Prefix' }));
    await user.click(within(dialog).getByRole('button', { name: 'Export …' }));
    await waitFor(() => {
      const input = double.calls.find(({ name }) => name === 'export_run')?.input as { fields: string[] };
      expect(input.fields.slice(0, 2)).toEqual(['first_name', 'last_name']);
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
