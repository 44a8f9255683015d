// What stands behind the operator of a condition: the values of its field, each in a control of its kind.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';

const build = async () => {
  const app = renderApp('/contacts');
  await app.user.click(await screen.findByRole('button', { name: 'Filter' }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'Build a filter …' }));
  const dialog = await screen.findByRole('dialog', { name: 'Filter' });
  await app.user.click(await within(dialog).findByRole('button', { name: 'Condition' }));
  const choose = async (what: RegExp, option: string) => {
    await app.user.click(within(dialog).getByRole('button', { name: what }));
    await app.user.click(within(await screen.findByRole('listbox')).getByRole('option', { name: option }));
  };
  return { ...app, dialog, choose };
};

describe('the values of a condition', () => {
  it('are chosen where there are few, and the filter shows as a chip in words', async () => {
    const { user, dialog, choose, address } = await build();
    await choose(/Field/, 'Group');
    await choose(/Comparison/, 'is one of');
    await user.click(within(dialog).getByRole('button', { name: 'Choose …' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Board' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Press' }));
    await user.keyboard('{Escape}');
    await expectAccessible();
    await user.click(within(dialog).getByRole('button', { name: 'Show' }));
    await waitFor(() => expect(address()).toContain('filter=group+in+%28%22Board%22%2C+%22Press%22%29'));
    expect(await screen.findByText('Group is one of Board or Press')).toBeVisible();
  });

  it('are spans and days for dates, and a number for counts', async () => {
    const { user, double, dialog, choose } = await build();
    const asked = () => double.calls.findLast(({ name }) => name === 'filter_read')?.input;
    await choose(/Field/, 'Birthday');
    await choose(/Comparison/, 'comes round within');
    await choose(/Unit/, 'weeks');
    await waitFor(() => expect(asked()).toEqual({ text: 'birthday anniversary within 30 weeks' }));
    await choose(/Comparison/, 'more than');
    await choose(/Which day/, 'ago');
    await waitFor(() => expect(asked()).toEqual({ text: 'birthday > 30 days ago' }));
    await choose(/Field/, 'Phone');
    await choose(/Comparison/, 'how many: at least');
    await user.type(within(dialog).getByRole('textbox', { name: 'How many' }), '2x');
    await waitFor(() => expect(asked()).toEqual({ text: 'count phone >= 2' }));
  });
});
