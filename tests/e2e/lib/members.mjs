// The screens of members, for the tour: one member, whose membership is due.
export async function membersAndTheirTypes(app, t, visit) {
  const { page, roster } = app;
  const start = new Date(Date.now() - 350 * 86_400_000).toISOString().slice(0, 10);
  roster('membership-type', 'add', 'Annual', '--grace', '30d', '--tier', 'Adult=50.00', '--currency', 'EUR');
  const [{ id }] = roster('contacts', '--limit', '1').contacts;
  roster('member', 'convert', String(id));
  roster('member', 'enroll', String(id), '--type', 'Annual', '--start', start);
  await page.goTo('members');
  await page.click('gridcell', 'Annual');
  await page.find('button', t('members.pay.open'));
  await visit('members');
  await page.click('button', t('members.pay.open'));
  await page.find('dialog');
  await visit('payment');
  await page.clear();
  await page.click('button', t('members.renewals'));
  await page.find('dialog', t('members.run.title'));
  await visit('renewals');
  await page.clear();
  await moneyOfAll(app, t, visit);
  await page.click('button', t('members.typesButton'), { exact: true });
  await page.find('rowheader', 'Annual');
  await visit('membership-types');
  await page.click('button', t('members.types.new'));
  await page.find('dialog', t('members.types.new'));
  await visit('new-membership-type');
  await page.clear();
}

/** What is done with the money of all members, each with something in it. */
async function moneyOfAll({ page, roster, file }, t, visit) {
  const [{ id }] = roster('orders').orders;
  roster('order', 'invoice', String(id), file('invoice.pdf'));
  roster('orders', 'dunning-levels', '--due', '0d', '--level', '0d', '--level', '14d');
  roster('orders', 'code', 'add', 'SUMMER26', '--percent', '10');
  for (const [name, screen, inside] of [
    ['dunning', 'overdue-orders', t('money.dunning.never')],
    ['documents', 'issued-documents', 'Invoice 1'],
    ['codes', 'discount-codes', 'SUMMER26'],
  ]) {
    await page.click('button', t('money.menu'), { exact: true });
    await page.click('menuitem', t(`money.${name}.open`));
    await page.find('dialog', t(`money.${name}.title`));
    await page.shows(inside);
    await visit(screen);
    await page.clear();
  }
}
