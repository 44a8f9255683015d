import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { OtherCopy } from '@/ipc/bindings';
import { OTHER_COPY } from '@/ipc/double/backups';
import { expectAccessible, renderApp } from '@/test/renderApp';

const PATH = '/home/office/contacts.roster';

function opened(other: Partial<OtherCopy> = {}) {
  const others = [{ ...OTHER_COPY, ...other }];
  const copies = { path: PATH, changed_at: '2026-11-20T08:12:00Z', contacts: 204, others };
  return renderApp('/contacts', { handlers: { workspace_copies: () => copies } });
}

test('a workspace that was changed in two places says so when it is opened, and goes on at the user’s word', async () => {
  const { double, user } = opened();
  const dialog = await screen.findByRole('dialog', { name: 'This workspace was changed in two places' });
  expect(within(dialog).getByText('/media/stick/contacts.roster')).toBeInTheDocument();
  expect(within(dialog).getByRole('row', { name: 'Changes that only it has 3 14 or more' })).toBeInTheDocument();
  expect(within(dialog).getByRole('row', { name: 'Contacts 204 1,198' })).toBeInTheDocument();
  await expectAccessible();
  await user.click(within(dialog).getByRole('button', { name: 'Go on with this one' }));
  await screen.findByText('This is the workspace to go on with');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(double.calls.some(({ name }) => name === 'workspace_keep')).toBe(true);
});

test('an older file leads to the backups, and there is nothing to open where nothing is', async () => {
  const { user, address } = opened({ kin: 'newer', replaced: true, is_there: false, changes_here: 0, common_at: null });
  const dialog = await screen.findByRole('dialog', { name: 'There is a newer copy of this workspace' });
  expect(within(dialog).getByText('Was at the same place')).toBeInTheDocument();
  expect(within(dialog).queryByRole('button', { name: 'Open the other …' })).toBeNull();
  await user.click(within(dialog).getByRole('button', { name: 'Look at the backups' }));
  await waitFor(() => expect(address()).toBe('/backups'));
});

test('nothing is decided by closing, and nothing is in the way of working', async () => {
  const { double, user } = opened({ changes_here: null });
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('Can’t be told')).toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: 'Decide later' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  double.emit('stale', ['workspace', 'contacts']);
  await screen.findByRole('grid');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(double.calls.some(({ name }) => name === 'workspace_keep')).toBe(false);
});
