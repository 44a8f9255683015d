// Members: the list with its quick filters, converting, enrolling, paying, the acts, types and the renewal run.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { MembersQuery } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { expectAccessible, renderApp } from '@/test/renderApp';

const grid = () => screen.findByRole('grid', { name: 'Members' });
const sent = (double: ReturnType<typeof renderApp>['double'], name: string) =>
  double.calls.findLast((call) => call.name === name)?.input;
const panel = async (name: string) => within(await screen.findByRole('region', { name }));

describe('the list of members', () => {
  it('shows how each membership stands, and is kept to a quick filter', async () => {
    const { user, address } = renderApp('/members');
    expect((await within(await grid()).findAllByText('Current')).length).toBeGreaterThan(0);
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: /^In grace/ }));
    expect(address()).toBe('/members?view=grace');
    await waitFor(() => expect(within(screen.getByRole('grid')).queryByText('Current')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'All' }));
    await user.type(screen.getByRole('textbox', { name: 'Search members' }), '1003');
    expect(await screen.findByText('1 member')).toBeVisible();
  });

  it('says what to do first where there is none', async () => {
    const { user, address } = renderApp('/members', { contacts: 0 });
    expect(await screen.findByRole('heading', { name: 'No members yet' })).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Types of membership' }));
    expect(address()).toBe('/membership-types');
  });
});

describe('a contact as a member', () => {
  it('is converted and enrolled', async () => {
    const { double, user } = renderApp('/contacts/2');
    await user.click(await screen.findByRole('button', { name: 'Convert to member' }));
    expect(await screen.findByText(/^Member \d+$/)).toBeVisible();
    await user.click((await panel('Memberships')).getByRole('button', { name: /^Add/ }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Enroll' }));
    await expectAccessible();
    await user.click(dialog.getByRole('button', { name: 'Enroll' }));
    expect(await (await panel('Memberships')).findByText('Current')).toBeVisible();
    expect(sent(double, 'member_enroll')).toMatchObject({ id: 2, type_id: 1, tier: 1, free: false });
    expect((await panel('Orders & payments')).getByText('€50.00 open')).toBeVisible();
  });

  it('pays in part', async () => {
    const { double, user } = renderApp('/members/1');
    const money = await panel('Orders & payments');
    await user.click(await money.findByRole('button', { name: 'Payment …' }));
    const amount = await screen.findByRole('textbox', { name: 'Amount (EUR)' });
    await expectAccessible();
    await user.clear(amount);
    await user.type(amount, '12.50');
    await user.click(screen.getByRole('button', { name: 'Record the payment' }));
    expect(await money.findByText('€37.50 open')).toBeVisible();
    expect(money.getByText('Paid in part · €37.50 open')).toBeVisible();
    expect(sent(double, 'member_pay')).toMatchObject({ id: 1, amount: '12.50 EUR', method: 'transfer' });
  });

  it('is turned back, and it is said what is kept', async () => {
    const { user } = renderApp('/members/1');
    await user.click((await panel('Memberships')).getByRole('button', { name: /^Actions of (?!Annual)/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Turn back into a contact' }));
    expect(await screen.findByText('Kept: 1 memberships, 1 orders, 0 payments')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Convert to member' })).toBeVisible();
  });

  it('is renewed, suspended, resumed and cancelled from the menu of a membership', async () => {
    const { double, user } = renderApp('/members/1');
    const memberships = await panel('Memberships');
    const choose = async (name: string) => {
      await user.click(memberships.getByRole('button', { name: 'Actions of Annual' }));
      await user.click(await screen.findByRole('menuitem', { name }));
    };
    await choose('Renew');
    expect(await screen.findByText('Renewed: Annual')).toBeVisible();
    await choose('Suspend …');
    await screen.findByRole('dialog', { name: 'Suspend Annual' });
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Suspend' }));
    expect(await memberships.findByText('Suspended')).toBeVisible();
    await choose('Resume …');
    await user.click(await screen.findByRole('button', { name: 'Resume' }));
    await choose('Cancel …');
    await user.type(await screen.findByRole('textbox', { name: 'Reason' }), 'moved away');
    await user.click(screen.getByRole('button', { name: 'Cancel the membership' }));
    expect(await memberships.findByText('Cancelled')).toBeVisible();
    expect(sent(double, 'member_cancel')).toEqual({ id: 1, type_id: 1, on: null, reason: 'moved away' });
  });
});

describe('a bundle', () => {
  const choose = async (user: ReturnType<typeof renderApp>['user'], menu: RegExp | string, item: string) => {
    await user.click(await screen.findByRole('button', { name: menu }));
    await user.click(await screen.findByRole('menuitem', { name: item }));
  };

  it('is made by paying for another member, renewed for all, handed on and left', async () => {
    const { double, user } = renderApp('/members/1');
    const query = { search: '1001' } as MembersQuery;
    const [second] = (await call('members_page', { query, offset: 0, limit: 1 })).members;
    if (!second) throw new Error('the double has no second member');

    await choose(user, 'Actions of Annual', 'Pay for another member …');
    const dialog = within(await screen.findByRole('dialog', { name: /^Add to the bundle of/ }));
    await user.type(dialog.getByRole('combobox', { name: 'Member' }), second.name);
    await user.click(await screen.findByRole('option', { name: new RegExp(second.name) }));
    await expectAccessible();
    await user.click(dialog.getByRole('button', { name: 'Add' }));
    const bundle = await panel('Bundle: Annual');
    expect(await bundle.findByRole('link', { name: second.name })).toBeVisible();
    expect(sent(double, 'bundle_add')).toMatchObject({
      payer: 1,
      type_id: 1,
      members: [second.contact_id],
      free: false,
    });

    await choose(user, 'Actions of Bundle: Annual', 'Renew for all');
    expect(await screen.findByText('Renewed for all: Annual')).toBeVisible();
    expect(sent(double, 'bundle_renew')).toEqual({ payer: 1, type_id: 1, free: false });

    await choose(user, `Actions of ${second.name}`, 'Leave the bundle');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Bundle: Annual' })).toBeNull());
    expect(sent(double, 'bundle_leave')).toEqual({ id: second.contact_id, type_id: 1 });
  });

  it('is paid by a contact who is no member, whose profile shows it', async () => {
    const { double, user, router } = renderApp('/members/1');
    await choose(user, 'Actions of Annual', 'Somebody else pays …');
    await screen.findByRole('dialog', { name: 'Who pays Annual?' });
    await user.type(screen.getByRole('combobox', { name: 'Payer' }), 'siob');
    await user.click(await screen.findByRole('option', { name: /Siobhán Taylor/ }));
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await (await panel('Bundle: Annual')).findByRole('link', { name: 'Siobhán Taylor' })).toBeVisible();
    expect(sent(double, 'bundle_add')).toMatchObject({ payer: 10, members: [1] });
    await router.navigate('/contacts/10');
    expect(await (await panel('Bundle: Annual')).findByRole('link', { name: 'Siobhán Taylor' })).toBeVisible();
    await expectAccessible();
  });
});

describe('the types of membership', () => {
  it('are made with a term and tiers, and changed', async () => {
    const { double, user } = renderApp('/membership-types');
    await screen.findByText('Magazine');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'New type' }));
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Family');
    await user.type(screen.getByRole('textbox', { name: 'Tier' }), 'All');
    await user.type(screen.getByRole('textbox', { name: 'Price' }), '80');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Make the type' }));
    expect(await screen.findByText('Family')).toBeVisible();
    const tiers = [{ id: null, name: 'All', price: '80', from: null }];
    expect(sent(double, 'membership_type_create')).toMatchObject({ name: 'Family', term: 'rolling:12m', tiers });

    await user.click(screen.getByRole('button', { name: 'Edit Annual' }));
    await user.click(await screen.findByRole('button', { name: 'Take the tier Student away' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Annual changed')).toBeVisible();
    expect(sent(double, 'membership_type_edit')).toMatchObject({ id: 1, retire_tiers: [2], retired: false });
  });

  it('keep what was typed when it is refused', async () => {
    const { user } = renderApp('/membership-types');
    await user.click(await screen.findByRole('button', { name: 'New type' }));
    await user.click(await screen.findByRole('button', { name: 'Make the type' }));
    expect(await screen.findByText('A membership type needs a name.')).toBeVisible();
  });
});

describe('the renewal run', () => {
  it('is previewed, narrowed, applied and undone', async () => {
    const { double, user } = renderApp('/members');
    await grid();
    await user.click(screen.getByRole('button', { name: 'Renewals …' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Renewals' }));
    await dialog.findByText(/memberships, €/);
    await expectAccessible();
    const [first] = dialog.getAllByRole('button', { name: /^Leave .* out$/ });
    if (first) await user.click(first);
    await waitFor(() => expect(sent(double, 'renewals_preview')).toMatchObject({ without: [expect.any(Number)] }));
    await user.click(await dialog.findByRole('button', { name: /^Renew \d+ memberships$/ }));
    expect(await screen.findByText(/memberships renewed$/)).toBeVisible();
    expect(sent(double, 'renewals_apply')).toMatchObject({ ends_within: 30, type_id: null, filter: '' });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent(double, 'undo')).toEqual({ batch: expect.any(Number) }));
  });
});

describe('money', () => {
  it('cancels an order, takes out a payment, and writes both as papers', async () => {
    const { double, user } = renderApp('/members/3', { shell: { pick_save: () => '/tmp/a.pdf' } });
    const money = await panel('Orders & payments');
    const choose = async (menu: RegExp, item: string) => {
      await user.click(await money.findByRole('button', { name: menu }));
      await user.click(await screen.findByRole('menuitem', { name: item }));
    };
    await choose(/^Actions of the order/, 'Invoice as PDF …');
    await waitFor(() => expect(sent(double, 'invoice_save')).toMatchObject({ path: '/tmp/a.pdf', language: 'en' }));
    await choose(/^Actions of the payment/, 'Receipt as PDF …');
    await waitFor(() => expect(sent(double, 'receipt_save')).toMatchObject({ path: '/tmp/a.pdf' }));
    await choose(/^Actions of the payment/, 'Entered by mistake: take out');
    await waitFor(() => expect(money.queryByRole('button', { name: /^Actions of the payment/ })).toBeNull());
    await choose(/^Actions of the order/, 'Cancel the order');
    expect(await money.findByText('Cancelled')).toBeVisible();
    await expectAccessible();
  });
});

describe('a new member', () => {
  it('is made with a number and opened', async () => {
    const { double, user, address } = renderApp('/members');
    await user.click(await screen.findByRole('button', { name: 'New member' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New member' }));
    await user.type(dialog.getByRole('textbox', { name: 'First name' }), 'Ada');
    await user.type(dialog.getByRole('textbox', { name: 'Member number' }), 'A-7');
    await expectAccessible();
    await user.click(dialog.getByRole('button', { name: 'Create the member' }));
    await waitFor(() => expect(address()).toMatch(/^\/members\/\d+$/));
    const input = { number: 'A-7', joined: null, set: [{ field: 'first_name', value: 'Ada' }] };
    expect(sent(double, 'member_create')).toEqual(input);
  });
});

describe('what types cost and count', () => {
  it('gets a later price', async () => {
    const { double, user } = renderApp('/membership-types');
    await user.click(await screen.findByRole('button', { name: 'Edit Honorary' }));
    const form = within(await screen.findByRole('dialog', { name: 'Type of membership' }));
    await user.type(form.getByRole('textbox', { name: 'Tier' }), 'Friend');
    await user.type(form.getByRole('textbox', { name: 'Price' }), '10');
    await user.click(form.getByRole('button', { name: 'Another price later …' }));
    await user.type(form.getByRole('textbox', { name: 'Price from' }), '2031-01-01');
    await user.type(form.getByRole('textbox', { name: 'Later price of Friend' }), '12');
    await expectAccessible();
    await user.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent(double, 'membership_type_edit')).toMatchObject({
        tiers: [
          { name: 'Friend', price: '10', from: null },
          { name: 'Friend', price: '12', from: '2031-01-01' },
        ],
      }),
    );
  });

  it('counts an issue as mailed', async () => {
    const { double, user } = renderApp('/membership-types');
    await user.click(await screen.findByRole('button', { name: 'Count an issue of Magazine as mailed …' }));
    await user.type(screen.getByRole('textbox', { name: 'Mailed on' }), '2026-11-20');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Count it' }));
    await waitFor(() => expect(sent(double, 'issue_mailed')).toMatchObject({ id: 2, on: '2026-11-20' }));
  });

  it('has a letterhead for its papers', async () => {
    const { double, user } = renderApp('/membership-types');
    await user.click(await screen.findByRole('button', { name: 'Letterhead …' }));
    const form = within(await screen.findByRole('dialog', { name: 'Letterhead' }));
    await user.type(form.getByRole('textbox', { name: /^Where to pay/ }), 'IBAN 1');
    await expectAccessible();
    await user.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent(double, 'letterhead_set')).toMatchObject({ bank: 'IBAN 1' }));
  });
});
