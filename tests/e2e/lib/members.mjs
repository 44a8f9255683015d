// The screens of members, for the tour: one member, whose membership is due.
export async function membersAndTheirTypes({ page, roster }, t, visit) {
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
  await page.click('button', t('members.typesButton'), { exact: true });
  await page.find('rowheader', 'Annual');
  await visit('membership-types');
  await page.click('button', t('members.types.new'));
  await page.find('dialog', t('members.types.new'));
  await visit('new-membership-type');
  await page.clear();
}
