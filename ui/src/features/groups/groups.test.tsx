import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';

const open = async () => {
  const app = renderApp('/groups');
  await screen.findByRole('grid', { name: 'Groups' });
  return app;
};

describe('the groups screen', () => {
  it('shows the groups and opens the contacts of one', async () => {
    const { user, address } = await open();
    await expectAccessible();
    const rows = screen.getAllByRole('row');
    expect(rows.length).toBeGreaterThan(2);
    await user.dblClick(within(rows[1] as HTMLElement).getByRole('rowheader'));
    await waitFor(() => expect(address()).toMatch(/^\/contacts\?group=\d+/));
  });

  it('finds groups by their words and sorts them by a column', async () => {
    const { user } = await open();
    const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
    const all = names();
    await user.click(screen.getByRole('columnheader', { name: /All/ }));
    const counts = screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => Number(row.children[6]?.textContent));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(names()).not.toEqual(all);
    await user.type(screen.getByRole('textbox', { name: 'Search groups' }), 'haifa VÍP');
    await waitFor(() => expect(names()).toEqual(['VIPs of Haifa']));
    await expectAccessible();
    await user.type(screen.getByRole('textbox', { name: 'Search groups' }), ' nowhere');
    await user.click(await screen.findByRole('button', { name: 'Show all groups' }));
    await waitFor(() => expect(names()).toHaveLength(all.length));
  });

  it('makes a group by a filter that is built from conditions', async () => {
    const { user, double } = await open();
    await user.click(screen.getByRole('button', { name: 'New group' }));
    const dialog = await screen.findByRole('dialog', { name: 'New group' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Haifa');
    await user.click(within(dialog).getByRole('radio', { name: 'By filter' }));
    await user.click(await within(dialog).findByRole('button', { name: 'Condition' }));
    await user.click(await within(dialog).findByRole('button', { name: /Value/ }));
    await user.click(within(await screen.findByRole('listbox')).getByRole('option', { name: 'United Kingdom' }));
    expect(await within(dialog).findByText(/contacts$/)).toBeVisible();
    await expectAccessible();
    await user.click(within(dialog).getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const made = double.calls.find(({ name }) => name === 'group_create');
    expect(made?.input).toMatchObject({ name: 'Haifa', filter: 'country = "GB"' });
  });

  it('tells a mistake in the text form where it stands', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'New group' }));
    const dialog = await screen.findByRole('dialog', { name: 'New group' });
    await user.click(within(dialog).getByRole('radio', { name: 'By filter' }));
    await user.click(await within(dialog).findByRole('button', { name: 'As text' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'The filter as text' }), 'country = = 1');
    expect(await within(dialog).findByText(/At position 11 stands “=”/)).toBeVisible();
    await expectAccessible();
  });

  it('combines chosen groups', async () => {
    const { user, double } = await open();
    const boxes = screen.getAllByRole('checkbox');
    await user.click(boxes[1] as HTMLElement);
    await user.click(boxes[2] as HTMLElement);
    await user.click(await screen.findByRole('button', { name: 'Combine' }));
    const dialog = await screen.findByRole('dialog', { name: 'Combine 2 groups' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Name of the new group' }), 'Both');
    await user.click(within(dialog).getByRole('radio', { name: 'all of them' }));
    await expectAccessible();
    await user.click(within(dialog).getByRole('button', { name: 'Create' }));
    const asked = double.calls.find(({ name }) => name === 'groups_combine');
    expect(asked?.input).toMatchObject({ how: 'intersect', live: true, group: { name: 'Both' } });
  });
});
