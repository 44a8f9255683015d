// Running an association: a contact becomes a member, two memberships, a part payment with its receipt, the renewal run and its
// undo.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { startRoster } from './lib/roster.mjs';
import { until } from './lib/webdriver.mjs';

/** Days before today, as the command line takes them. */
const daysAgo = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

let app;
let page;
before(async () => {
  app = await startRoster({
    prepare: ({ roster }) => {
      const type = (name, ...rest) => roster('membership-type', 'add', name, '--currency', 'EUR', ...rest);
      type('Annual', '--term', 'rolling:12m', '--grace', '30d', '--tier', 'Adult=50.00');
      type('Honorary', '--term', 'lifetime');
      roster('contact', 'add', '--set', 'first_name=Noa', '--set', 'last_name=Levi', '--set', 'email=noa@levi.example');
      const { contact_id } = roster('member', 'create', '--set', 'first_name=Ines', '--set', 'last_name=Vidal');
      roster('member', 'enroll', String(contact_id), '--type', 'Annual', '--start', daysAgo(350));
    },
  });
  page = app.page;
});
after(() => app?.stop());

const members = () => app.roster('members').members;
const noa = () => members().find(({ name }) => name === 'Noa Levi');

/** Into the first type that is offered: one that is held already is not. */
async function enroll() {
  await page.click('button', 'Add: Memberships');
  await page.find('dialog', 'Enroll');
  await page.click('button', 'Enroll', { exact: true });
  await page.gone('dialog', 'Enroll');
}

test('a contact becomes a member with two memberships and pays in part', async () => {
  await page.click('gridcell', 'Noa Levi');
  await page.click('button', 'Convert to member');
  await page.shows('Member 2');
  await enroll();
  await until(() => noa()?.memberships[0]?.status === 'current', 'the first membership');
  await enroll();
  await until(() => noa()?.memberships.length === 2, 'the second membership');
  await page.shows('For life');

  await page.click('button', 'Payment …');
  await page.fill('textbox', 'Amount', '12.50');
  await page.click('button', 'Record the payment');
  await page.shows('€37.50 open');
  await page.shows('Paid in part');
  assert.deepEqual(noa().balance, { minor: 3750, currency: 'EUR' });

  await page.click('button', 'Actions of the payment of');
  await page.click('menuitem', 'Receipt as PDF');
  await app.hands.choose('^Save the receipt$', app.file('receipt.pdf'));
  await page.shows('Receipt 1 issued');
  assert.equal(readFileSync(app.file('receipt.pdf')).subarray(0, 4).toString(), '%PDF');
  const { documents } = app.roster('orders', 'documents');
  assert.deepEqual(
    documents.map(({ title, name, amount }) => [title, name, amount.minor]),
    [['Receipt 1', 'Noa Levi', 1250]],
  );
});

test('the renewal run is previewed, applied as one batch and undone', async () => {
  await page.clear();
  await page.goTo('members');
  await page.shows('2 members');
  await page.click('button', 'Renewals …');
  await page.find('dialog', 'Renewals');
  await page.shows('1 membership, €50.00 in all');
  await page.click('button', 'Renew 1 membership');
  await page.shows('1 membership renewed');
  const ines = () => members().find(({ name }) => name === 'Ines Vidal');
  await until(() => ines().balance.minor === 10_000, 'the second order');
  await page.click('button', 'Undo');
  await until(() => ines().balance.minor === 5000, 'the run taken back');
});
