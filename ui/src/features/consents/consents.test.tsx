import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';

const given = (double: { calls: { name: string; input: unknown }[] }, name: string) =>
  double.calls.filter((call) => call.name === name).map(({ input }) => input);

test('the register shows who agreed to what, and narrows by purpose and state', async () => {
  const { double, user } = renderApp('/consents');
  const table = await screen.findByRole('table');
  expect(within(table).getAllByRole('row').length).toBeGreaterThan(3);
  await expectAccessible();
  await user.click(screen.getByRole('radio', { name: 'Withdrawn' }));
  await waitFor(() => expect(within(screen.getByRole('table')).queryByText('Given', { selector: 'td' })).toBeNull());
  expect(given(double, 'consents_page').at(-1)).toMatchObject({ state: 'withdrawn', purpose: null });
  await user.click(screen.getByRole('button', { name: /Purpose/ }));
  await user.click(within(screen.getByRole('listbox')).getByRole('option', { name: /^Newsletter/ }));
  await waitFor(() => expect(given(double, 'consents_page').at(-1)).toMatchObject({ purpose: 'Newsletter' }));
});

test('the register is saved as it is narrowed', async () => {
  const { double, user } = renderApp('/consents');
  await screen.findByRole('table');
  await user.click(screen.getByRole('radio', { name: 'Refused' }));
  await user.click(screen.getByRole('button', { name: 'Save as a list …' }));
  await screen.findByText(/consents? saved/);
  expect(given(double, 'consents_save')).toEqual([
    { path: '/home/office/Register of consents.xlsx', purpose: null, state: 'refused' },
  ]);
});

test('where there are none it says where they come from', async () => {
  const none = { total: 0, consents: [], purposes: [] };
  renderApp('/consents', { handlers: { consents_page: () => none } });
  await screen.findByText('No consents yet');
  expect(screen.queryByRole('radiogroup')).toBeNull();
  await expectAccessible();
});

test('the settings lead to it', async () => {
  const { address, user } = renderApp('/settings');
  await user.click(await screen.findByRole('button', { name: 'Show consents …' }));
  await waitFor(() => expect(address()).toBe('/consents'));
});
