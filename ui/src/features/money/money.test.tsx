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

describe('discounts', () => {
  it('makes a code, takes it no more, and is undone', async () => {
    const { double, user } = renderApp('/members', { contacts: 12 });
    await choose(user, 'Discount codes …');
    const list = await screen.findByRole('dialog', { name: 'Discount codes' });
    expect(await within(list).findByText('12 of 100')).toBeVisible();
    await expectAccessible();
    await user.click(within(list).getByRole('button', { name: 'New code' }));
    const form = within(await screen.findByRole('dialog', { name: 'New code' }));
    await user.type(form.getByRole('textbox', { name: 'Code' }), 'SUMMER26');
    await user.type(form.getByRole('textbox', { name: 'Per cent' }), '15');
    await user.click(form.getByRole('button', { name: 'Make the code' }));
    expect(await form.findByText('There is a code “SUMMER26” already.')).toBeVisible();
    await expectAccessible();
    await user.type(form.getByRole('textbox', { name: 'Code' }), 'B');
    await user.click(form.getByRole('button', { name: 'Make the code' }));
    expect(await screen.findByText('Code SUMMER26B made')).toBeVisible();
    expect(sent(double, 'promo_code_add')).toMatchObject({ code: 'SUMMER26B', percent: 15, amount: null, uses: null });
    await user.click(await screen.findByRole('button', { name: 'Take no more: SUMMER26' }));
    await waitFor(() => expect(sent(double, 'promo_code_edit')).toMatchObject({ id: 1, retired: true, uses: 100 }));
  });

  it('is given on an order by hand', async () => {
    const { double, user } = renderApp('/members/1', { contacts: 12 });
    await user.click(await screen.findByRole('button', { name: /^Actions of the order/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Discount …' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Discount on the order' }));
    await expectAccessible();
    await user.click(dialog.getByRole('radio', { name: 'By hand' }));
    await user.type(dialog.getByRole('textbox', { name: 'Per cent' }), '20');
    await user.click(dialog.getByRole('button', { name: 'Give the discount' }));
    expect(await screen.findByText('€40.00 open')).toBeVisible();
    const given = { code: null, percent: 20, amount: null, text: 'Discount' };
    expect(sent(double, 'order_discount')).toMatchObject(given);
  });
});

describe('overdue orders', () => {
  it('are asked for by letters of a level, one left out, and undone', async () => {
    const { double, user } = renderApp('/members', { contacts: 12, shell: { pick_save: () => '/tmp/letters.pdf' } });
    await choose(user, 'Overdue orders …');
    const sheet = within(await screen.findByRole('dialog', { name: 'Overdue orders' }));
    const ticks = await sheet.findAllByRole('checkbox', { name: /^Ask / });
    await expectAccessible();
    expect(ticks[2]).toBeDisabled();
    expect(sheet.getByText('Deceased: no letter')).toBeVisible();
    const before = ticks.length - 1;
    expect(sheet.getByText(`${before} orders ticked`)).toBeVisible();
    if (ticks[0]) await user.click(ticks[0]);
    expect(await sheet.findByText(`${before - 1} orders ticked`)).toBeVisible();
    await user.click(sheet.getByRole('button', { name: 'Write the letters …' }));
    expect(await screen.findByText(/letters written, their levels recorded/)).toBeVisible();
    const { orders, ...rest } = sent(double, 'dunning_run') as { orders: number[] };
    expect(orders.length).toBe(before - 1);
    expect(rest).toEqual({ path: '/tmp/letters.pdf', level: null, language: 'en' });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent(double, 'undo')).toEqual({ batch: expect.any(Number) }));
  });

  it('have levels that are changed and checked', async () => {
    const { double, user } = renderApp('/members', { contacts: 12 });
    await choose(user, 'Overdue orders …');
    await user.click(await screen.findByRole('button', { name: 'Levels …' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Levels of dunning' }));
    await expectAccessible();
    const [first] = dialog.getAllByRole('textbox', { name: 'Days overdue' });
    if (!first) throw new Error('no level');
    await user.clear(first);
    await user.type(first, '30');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText('Each level has more days than the one before.')).toBeVisible();
    await user.clear(first);
    await user.type(first, '10');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent(double, 'dunning_levels_set')).toMatchObject({ levels: [{ days: 10 }, {}, {}] }));
  });
});

describe('issued documents', () => {
  it('are listed by kind and written once more', async () => {
    const { double, user } = renderApp('/members', { contacts: 12, shell: { pick_save: () => '/tmp/credit.pdf' } });
    await choose(user, 'Issued documents …');
    const sheet = within(await screen.findByRole('dialog', { name: 'Issued documents' }));
    expect((await sheet.findAllByRole('rowheader')).length).toBeGreaterThan(1);
    await expectAccessible();
    await user.click(sheet.getByRole('button', { name: /Which/ }));
    await user.click(within(await screen.findByRole('listbox')).getByRole('option', { name: 'Credit notes' }));
    await waitFor(() => expect(sent(double, 'documents_page')).toMatchObject({ kind: 'credit_note' }));
    await user.click(sheet.getByRole('button', { name: /Which/ }));
    await user.click(within(await screen.findByRole('listbox')).getByRole('option', { name: 'All' }));
    await user.click(await sheet.findByRole('button', { name: 'Save Invoice 1 as PDF' }));
    await waitFor(() => expect(sent(double, 'document_save')).toEqual({ id: 1, path: '/tmp/credit.pdf' }));
    await user.type(sheet.getByRole('textbox', { name: 'Search' }), 'nobody at all');
    expect(await sheet.findByText('No document')).toBeVisible();
    expect(sheet.getByText('0 documents')).toBeVisible();
  });
});
