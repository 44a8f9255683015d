// Columns, views, quick filters and changes of many contacts, as somebody at the window uses them.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Page as ContactsPage } from '@/ipc/bindings';
import type { DoubleOptions } from '@/ipc/double';
import { contactHandlers } from '@/ipc/double/contacts';
import { Failure } from '@/ipc/failure';
import { expectAccessible, renderApp } from '@/test/renderApp';

const NEWEST = '/contacts?sort=created&desc=1';
const ready = () => screen.findByRole('row', { name: /Noa Levi/ });
const heads = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);

describe('a list that can’t be read as it is asked for', () => {
  /** The core, where a field of the office's own was removed. */
  const without = (shelf: string): DoubleOptions => ({
    handlers: {
      contacts_page: (state, asked) => {
        const { sort, filter } = asked.query;
        const fields = sort.field === shelf ? [{ field: 'sort', message: '' }] : [];
        if (fields.length > 0 || filter) throw new Failure('invalid', 'There is no such field.', null, { fields });
        return contactHandlers.contacts_page?.(state, asked) as ContactsPage;
      },
    },
  });

  it('is sorted by name where its field is gone, and says so', async () => {
    const { address } = renderApp('/contacts?sort=shelf&desc=1&q=noa', without('shelf'));
    expect(await screen.findByText('The field that this list was sorted by is not there any more.')).toBeVisible();
    await ready();
    expect(address()).toBe('/contacts?q=noa');
  });

  it('says why, and how to see everything', async () => {
    const { user, address } = renderApp('/contacts?filter=shelf+%3D+3', without('shelf'));
    expect(await screen.findByText('There is no such field.')).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Show all contacts' }));
    await screen.findByText('204 contacts');
    expect(address()).toBe('/contacts');
  });
});

describe('columns', () => {
  it('are hidden, moved and sorted from the menu of a head, by keyboard', async () => {
    const { user, address } = renderApp(NEWEST);
    await ready();
    screen.getByRole('button', { name: 'Name' }).focus();
    await user.keyboard('{ArrowRight}{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}');
    await waitFor(() => expect(heads().slice(1, 4)).toEqual(['Name', 'Phone', 'Organization']));
    expect(address()).toContain('cols=name%2Cphone%2Corganization');
    await user.keyboard('{ArrowDown}');
    await user.click(await screen.findByRole('menuitem', { name: 'Hide column' }));
    await waitFor(() => expect(heads()).not.toContain('Organization'));
    await expectAccessible();
  });

  it('are widened by keyboard, and any field can be one', async () => {
    const { user, address, double } = renderApp(`${NEWEST}&cols=name,shoe_size`);
    const row = await ready();
    await waitFor(() => expect(row).toHaveTextContent('38'));
    expect(double.calls.find(({ name }) => name === 'contacts_page')?.input).toMatchObject({ columns: ['shoe_size'] });
    screen.getByRole('button', { name: 'Name' }).focus();
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(address()).toMatch(/cols=name%3A\d+/);
  });

  it('are chosen from a list of all fields', async () => {
    const { user } = renderApp(NEWEST);
    await ready();
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('choose col{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Columns' });
    await expectAccessible();
    await user.click(within(dialog).getByRole('checkbox', { name: 'City' }));
    await waitFor(() => expect(heads()).toContain('City'));
  });
});

describe('views', () => {
  it('keep what is shown, say that it differs by now, and go back', async () => {
    const { user, address } = renderApp(`${NEWEST}&filter=has+email`);
    await ready();
    await user.click(screen.getByRole('button', { name: 'New view' }));
    await user.type(await screen.findByRole('textbox', { name: 'Name of the view' }), 'VIP{Enter}');
    const tab = await screen.findByRole('button', { name: 'VIP' });
    await waitFor(() => expect(tab).toHaveAttribute('aria-pressed', 'true'));
    await user.click(screen.getByRole('button', { name: 'Organization' }));
    await user.click(await screen.findByRole('button', { name: 'Revert' }));
    await waitFor(() => expect(address()).toContain('sort=created'));
    expect(screen.queryByRole('button', { name: 'Revert' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'All' }));
    await waitFor(() => expect(address()).toBe('/contacts'));
    await user.click(screen.getByRole('button', { name: 'VIP' }));
    await waitFor(() => expect(address()).toContain('filter=has+email'));
    await expectAccessible();
  });
});

describe('quick filters', () => {
  it('are added from the menu and taken away from their chip', async () => {
    const { user, address } = renderApp(NEWEST);
    await ready();
    await user.click(screen.getByRole('button', { name: 'Filter' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Opted out' }));
    await waitFor(() => expect(address()).toContain('filter=has+opted_out'));
    await user.click(screen.getByRole('button', { name: 'Remove the filter “Opted out”' }));
    await waitFor(() => expect(address()).not.toContain('filter'));
  });
});

describe('a change of many contacts', () => {
  it('is one batch of the core and can be undone', async () => {
    const { user, double } = renderApp(NEWEST);
    await ready();
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await user.click(screen.getByRole('button', { name: 'Tag' }));
    await user.type(await screen.findByRole('textbox', { name: 'Tag' }), 'gala');
    await expectAccessible();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('204 contacts changed')).toBeVisible();
    expect(double.calls.find(({ name }) => name === 'contacts_change')?.input).toMatchObject({
      selection: { kind: 'ranges', ranges: [[0, 204]] },
      edits: [{ kind: 'add_tag', tag: 'gala' }],
    });
    expect(double.state.contact(1)?.tags).toContain('gala');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(double.state.contact(1)?.tags).not.toContain('gala'));
  });
});

describe('a field of many', () => {
  it('is chosen in the words of the window, never by an accidental empty choice', async () => {
    const { user, double } = renderApp(NEWEST);
    await ready();
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await user.click(await screen.findByRole('button', { name: 'Set field' }));
    const dialog = await screen.findByRole('dialog', { name: 'Set field' });
    expect(within(dialog).getByRole('button', { name: 'Set' })).toBeDisabled();
    await user.click(within(dialog).getByRole('button', { name: /Value/ }));
    await user.click(within(await screen.findByRole('listbox')).getByRole('option', { name: 'Customer: VIP' }));
    await expectAccessible();
    await user.click(within(dialog).getByRole('button', { name: 'Set' }));
    await waitFor(() =>
      expect(double.calls.findLast(({ name }) => name === 'contacts_change')?.input).toMatchObject({
        edits: [{ kind: 'set_field', field: 'lifecycle', value: 'customer/vip' }],
      }),
    );
  });
});

describe('a field of many that is refused', () => {
  it('says why, also where the value is chosen', async () => {
    const { user } = renderApp(NEWEST, {
      handlers: {
        contacts_change: () => {
          throw new Failure('disk_full', 'The disk is full.');
        },
      },
    });
    await ready();
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await user.click(await screen.findByRole('button', { name: 'Set field' }));
    const dialog = await screen.findByRole('dialog', { name: 'Set field' });
    await user.click(within(dialog).getByRole('button', { name: /Value/ }));
    await user.click(within(await screen.findByRole('listbox')).getByRole('option', { name: 'Customer: VIP' }));
    await user.click(within(dialog).getByRole('button', { name: 'Set' }));
    expect(await within(dialog).findByRole('alert')).toBeVisible();
  });
});

describe('the palette', () => {
  it('finds contacts, by phone too', async () => {
    const { user, address } = renderApp('/settings');
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('noa lev');
    await user.click(await screen.findByRole('menuitem', { name: /Noa Levi/ }));
    await waitFor(() => expect(address()).toBe('/contacts/2'));
  });
});
