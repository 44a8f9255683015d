// Settings and groups, the two quiet screens.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';

it('shows where the workspace is and lets another be opened', async () => {
  const { double, user } = renderApp('/settings');
  expect(await screen.findByText('/home/office/Roster/office.roster')).toBeVisible();
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Open …' }));
  expect(double.calls.at(-1)?.name).toBe('open_workspace');
});

it('changes the look', async () => {
  const { user } = renderApp('/settings');
  await user.click(await screen.findByRole('radio', { name: 'Dark' }));
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
  await user.click(screen.getByRole('radio', { name: 'As the system' }));
  expect(document.documentElement).not.toHaveAttribute('data-theme');
});

it('sets the default country', async () => {
  const { double, user } = renderApp('/settings');
  const country = await screen.findByRole('button', { name: /Default country/ });
  await waitFor(() => expect(country).toHaveTextContent('United Kingdom'));
  await user.click(country);
  await user.click(within(await screen.findByRole('listbox')).getByText('Israel'));
  await waitFor(() => expect(double.state.settings).toMatchObject({ country: 'IL', organization_required: false }));
});

it('asks for an organization of every contact', async () => {
  const { double, user } = renderApp('/settings');
  await user.click(await screen.findByRole('checkbox', { name: 'Contacts belong to an organization' }));
  await waitFor(() => expect(double.state.settings).toMatchObject({ country: 'GB', organization_required: true }));
});

it('opens the contacts of a group', async () => {
  const { user, address } = renderApp('/groups');
  await expectAccessible();
  await user.click(await screen.findByText('Board'));
  await waitFor(() => expect(address()).toMatch(/^\/contacts\?group=\d+$/));
  expect(await screen.findByText('Group: Board')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show all contacts again' }));
  await waitFor(() => expect(address()).toBe('/contacts'));
});

it('says what a group is where there is none', async () => {
  renderApp('/groups', { contacts: 0 });
  expect(await screen.findByRole('heading', { name: 'No groups yet' })).toBeVisible();
});
