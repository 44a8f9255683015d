// Opt-outs as people use them: the lock, reinstating, the list, adding a list, and the buttons that ask the gate.
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { runCommand } from '@/frame/commands';
import { expectAccessible, renderApp } from '@/test/renderApp';
import { closeAddOptOuts } from './add/addDialog';
import { closeStatusWindow } from './statusWindow';

// Both stand outside the page's tree, and would be open in the next test.
afterEach(() => {
  closeStatusWindow();
  closeAddOptOuts();
});

const inputOf = (double: { calls: { name: string; input: unknown }[] }, name: string) =>
  double.calls.findLast((call) => call.name === name)?.input;

describe('the status window', () => {
  it('opts a value out at whose wish and why, with an undo', async () => {
    const { double, user } = renderApp('/contacts/1');
    await screen.findByRole('complementary', { name: 'Käthe Größer' });
    await user.click(await screen.findByRole('button', { name: /^kaethe@suess.example: Active/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Status of Käthe Größer' });
    await user.click(await within(dialog).findByRole('switch', { name: 'kaethe@suess.example may be used' }));
    await user.click(within(dialog).getByRole('radio', { name: 'Bounced' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'mailbox gone');
    await expectAccessible();
    await user.click(within(dialog).getByRole('button', { name: 'Opt out' }));
    expect(await screen.findByText('kaethe@suess.example is opted out')).toBeVisible();
    expect(inputOf(double, 'opt_out_add')).toMatchObject({
      values: [{ kind: 'email', value: 'kaethe@suess.example' }],
      act: { initiative: 'bounce', reason: 'mailbox gone' },
    });
    await waitFor(() =>
      expect(within(dialog).getByRole('switch', { name: 'kaethe@suess.example may be used' })).not.toBeChecked(),
    );
  });

  it('reinstates only on a ground, by a button that says so', async () => {
    const { double, user } = renderApp('/opt-outs');
    await screen.findByRole('grid', { name: 'Opt-outs' });
    await user.click(await screen.findByText('George O’Neill'));
    const dialog = await screen.findByRole('dialog', { name: 'Status' });
    const state = await within(dialog).findByRole('switch');
    expect(state).not.toBeChecked();
    await user.click(state);
    await user.click(within(dialog).getByRole('button', { name: 'Reinstate' }));
    expect(within(dialog).getByText('Without a ground the opt-out stays.')).toBeVisible();
    expect(double.calls.some(({ name }) => name === 'opt_out_remove')).toBe(false);
    await user.type(within(dialog).getByRole('textbox', { name: 'What allows it?' }), 'asked in writing');
    await user.click(within(dialog).getByRole('button', { name: 'Reinstate' }));
    await waitFor(() => expect(within(dialog).getByRole('switch')).toBeChecked());
    expect(await within(dialog).findByText('Ground: asked in writing')).toBeVisible();
  });

  it('opens for the contact of the active row by its command', async () => {
    const { user } = renderApp('/contacts?sort=created&desc=1');
    const grid = await screen.findByRole('grid');
    await screen.findByText('Käthe Größer');
    grid.focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(runCommand('status')).toBe(true));
    expect(await screen.findByRole('dialog', { name: 'Status of Käthe Größer' })).toBeVisible();
  });
});

describe('the list', () => {
  it('is searched, filtered and sorted, with the choice in the address', async () => {
    const { user, address } = renderApp('/opt-outs');
    await screen.findByText('George O’Neill');
    await expectAccessible();
    await user.click(screen.getByRole('radio', { name: 'Phones' }));
    await waitFor(() => expect(address()).toBe('/opt-outs?kind=phone'));
    await waitFor(() => expect(screen.queryByText('Tom Jones')).toBeNull());
    await user.type(screen.getByRole('textbox', { name: 'Search opt-outs' }), 'nobody here');
    expect(await screen.findByRole('heading', { name: 'No opt-out matches' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all opt-outs' }));
    expect(await screen.findByText('Tom Jones')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Phone or e-mail' }));
    await waitFor(() => expect(address()).toBe('/opt-outs?sort=value'));
  });

  it('says what belongs there while there is nothing', async () => {
    renderApp('/opt-outs', { contacts: 0 });
    expect(await screen.findByRole('heading', { name: 'Nobody has opted out' })).toBeVisible();
  });
});

describe('adding a list', () => {
  it('counts before anything is written, and can be undone after', async () => {
    const { double, user } = renderApp('/opt-outs');
    await user.click(await screen.findByRole('button', { name: 'Add opt-outs …' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add opt-outs' });
    const lines = within(dialog).getByRole('textbox', { name: 'Phones and e-mails' });
    await user.type(lines, 'kaethe@suess.example\nnobody@mail.example\nn/a');
    expect(await within(dialog).findByRole('button', { name: 'Opt out 2 values' })).toBeEnabled();
    expect(within(dialog).getByText(/^1 of them belongs to no contact/)).toBeVisible();
    expect(within(dialog).getByText('n/a', { selector: '[dir=ltr]' })).toBeVisible();
    expect(double.calls.some(({ name }) => name === 'opt_outs_import')).toBe(false);
    await expectAccessible();
    await user.click(within(dialog).getByRole('button', { name: 'Opt out 2 values' }));
    expect(await screen.findByRole('heading', { name: '2 values opted out' })).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Close' }).at(-1)).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(double.calls.some(({ name }) => name === 'undo')).toBe(true);
  });

  it('takes a file', async () => {
    const { double, user } = renderApp('/opt-outs');
    await user.click(await screen.findByRole('button', { name: 'Add opt-outs …' }));
    await user.click(await screen.findByRole('button', { name: 'Choose a file …' }));
    expect(await screen.findByText('members-2026.xlsx')).toBeVisible();
    expect(await screen.findByRole('button', { name: /^Opt out \d values/ })).toBeEnabled();
    expect(inputOf(double, 'opt_outs_rehearse')).toMatchObject({ source: { kind: 'file' } });
  });
});

describe('the gate', () => {
  it('keeps an opted-out value from being copied, and says why', async () => {
    const { user } = renderApp('/contacts/4');
    await screen.findByRole('complementary', { name: 'George O’Neill' });
    expect(await screen.findByText(/every phone is opted out/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Call' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Write' })).toBeEnabled();
    await user.click(screen.getByRole('button', { name: 'Copy 0161 496 0123' }));
    expect(await screen.findByText('0161 496 0123 was not copied')).toBeVisible();
  });

  it('shows whom an export for a purpose left out, and saves that list', async () => {
    const { double, user } = renderApp('/contacts');
    await screen.findByText('204 contacts');
    runCommand('export');
    const dialog = await screen.findByRole('dialog', { name: 'Export contacts' });
    await user.click(within(dialog).getByRole('button', { name: /What is it for/ }));
    await user.click(within(await screen.findByRole('listbox')).getByText('Sending e-mails'));
    await user.click(within(dialog).getByRole('button', { name: 'Export …' }));
    expect(await screen.findByRole('list', { name: 'Left out' })).toHaveTextContent('Tom Jones');
    await user.click(screen.getByRole('button', { name: 'Save the list …' }));
    await waitFor(() => expect(inputOf(double, 'export_left_out')).toMatchObject({ purpose: 'email' }));
  });

  it('opts a selection out as one batch', async () => {
    const { double, user } = renderApp('/contacts');
    await screen.findByText('204 contacts');
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await user.click(screen.getByRole('button', { name: 'Opt out …' }));
    const dialog = await screen.findByRole('dialog', { name: 'Opt out 204 contacts' });
    await user.click(within(dialog).getByRole('checkbox', { name: 'Phones' }));
    await user.click(within(dialog).getByRole('button', { name: 'Opt out' }));
    await waitFor(() => expect(inputOf(double, 'opt_outs_select')).toMatchObject({ kinds: ['email'] }));
  });
});
