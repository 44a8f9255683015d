// Days in dialogs: typed, or picked from a calendar by keyboard alone.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';

describe('the day of a consent', () => {
  it('is picked from the calendar by keyboard, and Escape closes the calendar alone', async () => {
    const { user, double } = renderApp('/contacts/2?sort=created&desc=1');
    const pane = within(await screen.findByRole('complementary', { name: 'Noa Levi' }));
    await user.click(await pane.findByRole('button', { name: 'Add: Consents' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Consent' }));
    await user.type(dialog.getByRole('textbox', { name: 'Purpose' }), 'Newsletter');
    const field = dialog.getByRole('textbox', { name: 'Date' });
    await user.clear(field);
    await user.type(field, '2026-03-10');
    await user.tab();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Date' })).toBeVisible();
    await expectAccessible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Date' })).toBeNull());
    expect(field).toHaveValue('2026-03-10');
    const button = dialog.getByRole('button', { name: 'Calendar: Date' });
    await waitFor(() => expect(button).toHaveFocus());
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: 'Date' });
    await user.keyboard('{ArrowRight}{Enter}');
    await waitFor(() => expect(field).toHaveValue('2026-03-11'));
    await waitFor(() => expect(button).toHaveFocus());
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(double.calls.some(({ name }) => name === 'contact_edit')).toBe(true));
    const { input } = double.calls.findLast(({ name }) => name === 'contact_edit') ?? {};
    expect(JSON.stringify(input)).toContain('2026-03-11');
  });
});
