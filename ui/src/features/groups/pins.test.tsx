// Pins, and "Why in? Why out?".
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';

const openWhy = async () => {
  const app = renderApp('/contacts/2');
  await app.user.click(await screen.findByRole('button', { name: 'Why in? Why out?' }));
  const dialog = await screen.findByRole('dialog', { name: /Noa Levi: why in/ });
  return { ...app, dialog };
};

describe('why a contact is in a group or out of it', () => {
  it('shows each part true or false with what the contact has, and pins from there', async () => {
    const { user, double, dialog } = await openWhy();
    expect(await within(dialog).findByText(/is not in “VIPs of Haifa”/)).toBeVisible();
    const conditions = within(dialog).getAllByRole('listitem');
    const told = (text: string) => conditions.findLast((item) => item.textContent?.includes(text)) as HTMLElement;
    expect(within(told('City is Haifa')).getByRole('img', { name: 'true' })).toBeVisible();
    expect(told('City is Haifa')).toHaveTextContent('There is: haifa');
    expect(within(told('none of this')).getAllByRole('img')[0]).toHaveAccessibleName('not true');
    await expectAccessible();
    await user.click(within(dialog).getByRole('radio', { name: 'Always in' }));
    expect(await within(dialog).findByText('Pinned: always in, whatever the filter says.')).toBeVisible();
    const who = { kind: 'selection', selection: { kind: 'ids', ids: [2] } };
    expect(double.calls.find(({ name }) => name === 'group_pin')?.input).toEqual({ group: 4, who, pin: 'include' });
  });

  it('shows a pinned group as a chip of the profile, and unpins it by its menu', async () => {
    const { user, dialog, double } = await openWhy();
    await user.click(await within(dialog).findByRole('radio', { name: 'Never in' }));
    await user.click(within(dialog).getAllByRole('button', { name: 'Close' })[0] as HTMLElement);
    await user.click(await screen.findByRole('button', { name: /VIPs of Haifa/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Let the filter decide' }));
    await waitFor(() => expect(double.state.pinOf(4, 2)).toBe('none'));
    await waitFor(() => expect(screen.queryByRole('button', { name: /VIPs of Haifa/ })).toBeNull());
  });
});

describe('pins of a group', () => {
  it('are set for a selection, listed from the list of the group, and freed there', async () => {
    const { user, double } = renderApp('/contacts?group=4');
    await user.click(await screen.findByRole('button', { name: '0 pinned' }));
    expect(await screen.findByText(/Nobody is pinned/)).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(await screen.findByRole('button', { name: 'Show all contacts again' }));
    await screen.findByText('204 contacts');
    await user.keyboard('{Control>}a{/Control}');
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Pin to a group …' }));
    const dialog = await screen.findByRole('dialog', { name: 'Pin 204 contacts' });
    await user.click(within(dialog).getByRole('radio', { name: 'Never in' }));
    await expectAccessible();
    await user.click(within(dialog).getByRole('button', { name: 'Pin' }));
    await waitFor(() => expect(double.state.pinOf(4, 2)).toBe('exclude'));
  });
});

describe('categories of groups', () => {
  it('are added, renamed, put in an order and removed', async () => {
    const { user, double } = renderApp('/groups');
    await user.click(await screen.findByRole('button', { name: 'Categories' }));
    const dialog = await screen.findByRole('dialog', { name: 'Categories' });
    await user.type(within(dialog).getByRole('textbox', { name: 'New category' }), 'Aid{Enter}');
    const aid = await within(dialog).findByRole('textbox', { name: 'Name of Aid' });
    await expectAccessible();
    await user.click(within(dialog).getByRole('button', { name: 'Move Aid up' }));
    await waitFor(() => expect(double.state.categories).toEqual(['Bodies', 'Aid', 'Campaigns']));
    await user.clear(aid);
    await user.type(aid, 'Relief{Enter}');
    await user.click(await within(dialog).findByRole('button', { name: 'Remove Bodies' }));
    await waitFor(() => expect(double.state.categories).toEqual(['Relief', 'Campaigns']));
  });
});
