import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';

test('each backup says when it was made, why, and what is in it', async () => {
  renderApp('/backups');
  const list = await screen.findByRole('list', { name: 'Backups' });
  const rows = within(list).getAllByRole('listitem');
  expect(rows).toHaveLength(6);
  expect(rows[1]).toHaveTextContent('Before an import');
  expect(rows[0]).toHaveTextContent('204 contacts');
  expect(rows[0]).toHaveTextContent('18 MB');
  await expectAccessible();
});

test('a backup is made at the user’s word', async () => {
  const { double, user } = renderApp('/backups', { contacts: 0 });
  await screen.findByText('No backups yet');
  await user.click(screen.getByRole('button', { name: 'Back up now' }));
  await screen.findByText('Made by you');
  expect(double.calls.some(({ name }) => name === 'backup_now')).toBe(true);
});

test('restoring says what is lost and what is kept, and happens only then', async () => {
  const { double, user } = renderApp('/backups');
  const [restore] = await screen.findAllByRole('button', { name: /Restore the backup of/ });
  await user.click(restore as HTMLElement);
  const dialog = await screen.findByRole('dialog', { name: 'Restore this backup?' });
  expect(dialog).toHaveTextContent('backed up first');
  expect(double.calls.some(({ name }) => name === 'backups_restore')).toBe(false);
  await user.click(within(dialog).getByRole('button', { name: 'Restore' }));
  await waitFor(() => expect(double.calls.some(({ name }) => name === 'backups_restore')).toBe(true));
  await screen.findByText(/Restored the backup of/);
});

test('contacts inside a backup are found, and those that changed can be taken back', async () => {
  const { double, user } = renderApp('/backups');
  const [look] = await screen.findAllByRole('button', { name: /Look inside the backup of/ });
  await user.click(look as HTMLElement);
  const list = await screen.findByRole('list', { name: 'Contacts of the backup' });
  await expectAccessible();
  const changed = within(list)
    .getAllByRole('listitem')
    .find((row) => row.textContent?.includes('changed since')) as HTMLElement;
  await user.click(within(changed).getByRole('checkbox'));
  await user.click(screen.getByRole('button', { name: 'Take 1 contact back' }));
  await screen.findByText('1 contact is as it was in the backup');
  const taken = double.calls.filter(({ name }) => name === 'backup_take').map(({ input }) => input);
  expect(taken).toEqual([expect.objectContaining({ ids: [expect.any(Number)] })]);
});
