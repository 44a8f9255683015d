// Money of all members: a statement of the bank with its proposals.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';

type User = ReturnType<typeof renderApp>['user'];
const sent = (double: ReturnType<typeof renderApp>['double'], name: string) =>
  double.calls.findLast((call) => call.name === name)?.input;

async function choose(user: User, item: string) {
  await user.click(await screen.findByRole('button', { name: 'Money' }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
}

describe('a statement of the bank', () => {
  it('ticks what is sure, lets another order be chosen, and is booked and undone as one', async () => {
    const { double, user } = renderApp('/members', { contacts: 12, shell: { pick_statement: () => '/tmp/june.xml' } });
    await choose(user, 'Bank statement …');
    const sheet = within(await screen.findByRole('dialog', { name: 'Bank statement' }));
    expect(await sheet.findByText('4 payments to book · 3 booked before · 5 outgoing left out')).toBeVisible();
    await expectAccessible();
    const ticks = sheet.getAllByRole('checkbox', { name: /^Book / });
    expect(ticks.map((tick) => (tick as HTMLInputElement).checked)).toEqual([true, true, false, false]);
    expect(ticks[3]).toBeDisabled();
    expect(sheet.getByRole('button', { name: 'Book 2 payments' })).toBeEnabled();
    await user.click(sheet.getByRole('button', { name: /Order that Cohen & Sons pays/ }));
    const [, other] = within(await screen.findByRole('listbox')).getAllByRole('option');
    if (other) await user.click(other);
    await user.click(await sheet.findByRole('button', { name: 'Book 3 payments' }));
    expect(await screen.findByText('3 payments booked')).toBeVisible();
    const { path, choices } = sent(double, 'bank_book') as { path: string; choices: { key: string }[] };
    expect([path, choices.length]).toEqual(['/tmp/june.xml', 3]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent(double, 'undo')).toEqual({ batch: expect.any(Number) }));
  });

  it('says why a file is refused', async () => {
    const { user } = renderApp('/members', {
      shell: { pick_statement: () => '/tmp/a.xml' },
      handlers: {
        bank_look: () => {
          throw Object.assign(new Error('no statement'), { code: 'unsupported_format', message: 'no statement' });
        },
      },
    });
    await choose(user, 'Bank statement …');
    const sheet = within(await screen.findByRole('dialog', { name: 'Bank statement' }));
    expect(await sheet.findByRole('alert')).toBeVisible();
    expect(sheet.getByRole('button', { name: 'Book' })).toBeDisabled();
  });
});
