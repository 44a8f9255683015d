// The trash: finding what was deleted, bringing it back, and emptying it after one question.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';

async function withDeleted(ids: number[]) {
  const page = renderApp('/trash');
  await screen.findByText('The trash is empty');
  await page.double.call('contacts_delete', { selection: { kind: 'ids', ids } }, null, () => {});
  return page;
}

describe('the trash of organizations', () => {
  it('brings one back', async () => {
    const { double, user } = renderApp('/trash?what=organizations');
    await screen.findByText('No organization in the trash');
    await double.call('organizations_delete', { selection: { kind: 'ids', ids: [1] } }, null, () => {});
    const row = await screen.findByRole('row', { name: /Account/ });
    await expectAccessible();
    await user.dblClick(within(row).getByText('Account'));
    expect(await screen.findByText('1 organization is back')).toBeVisible();
    expect(double.calls.some(({ name }) => name === 'organizations_restore')).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Contacts' }));
    expect(await screen.findByText('The trash is empty')).toBeVisible();
  });

  it('asks once before the chosen one goes for good', async () => {
    const { double, user } = renderApp('/trash?what=organizations');
    await screen.findByText('No organization in the trash');
    await double.call('organizations_delete', { selection: { kind: 'ids', ids: [1, 2] } }, null, () => {});
    const [, first] = await screen.findAllByRole('row');
    await user.click(within(first as HTMLElement).getAllByRole('gridcell')[0] as HTMLElement);
    await user.click(await screen.findByRole('button', { name: /^Remove for good/ }));
    const question = await screen.findByRole('dialog', { name: 'Remove 1 organization for good?' });
    await expectAccessible();
    await user.click(within(question).getByRole('button', { name: 'Remove for good' }));
    expect(await screen.findByText('1 organization removed for good')).toBeVisible();
    expect(double.calls.find(({ name }) => name === 'trash_empty')?.input).toMatchObject({
      kind: 'organizations',
      selection: { ranges: [[0, 1]] },
    });
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
  });
});

describe('the trash', () => {
  it('says what belongs there while it is empty', async () => {
    renderApp('/trash');
    expect(await screen.findByText('The trash is empty')).toBeVisible();
    await expectAccessible();
  });

  it('shows what was deleted and brings it back', async () => {
    const { double, user } = await withDeleted([2, 3]);
    const row = await screen.findByRole('row', { name: /Noa Levi/ });
    await user.hover(row);
    await user.click(screen.getByRole('button', { name: 'Restore Noa Levi' }));
    expect(await screen.findByText('1 contact is back')).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('row', { name: /Noa Levi/ })).toBeNull());
    expect(double.calls.some(({ name }) => name === 'contacts_restore')).toBe(true);
    await expectAccessible();
  });

  it('asks once before contacts go for good', async () => {
    const { double, user } = await withDeleted([2, 3]);
    await screen.findByRole('row', { name: /Noa Levi/ });
    await user.click(screen.getByRole('button', { name: /^Empty the trash/ }));
    const question = await screen.findByRole('dialog', { name: 'Remove 2 contacts for good?' });
    await expectAccessible();
    await user.click(within(question).getByRole('button', { name: 'Cancel' }));
    expect(double.calls.some(({ name }) => name === 'trash_empty')).toBe(false);
    await user.click(screen.getByRole('button', { name: /^Empty the trash/ }));
    await user.click(await screen.findByRole('button', { name: 'Remove for good' }));
    expect(await screen.findByText('The trash is empty')).toBeVisible();
    expect(double.calls.find(({ name }) => name === 'trash_empty')?.input).toEqual({
      kind: 'contacts',
      selection: null,
    });
  });
});
