// Putting contacts into a group by a list: whom it did not name is said, and the keyboard stays in the dialog.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';

const openFor = async (item: string) => {
  const app = renderApp('/groups');
  await app.user.click(await screen.findByRole('button', { name: 'Actions for Board' }));
  await app.user.click(await screen.findByRole('menuitem', { name: item }));
  const dialog = await screen.findByRole('dialog', { name: /Board/ });
  const list = within(dialog).getByRole('textbox', { name: 'E-mail addresses or phone numbers' });
  expect(list).toHaveFocus();
  return { ...app, dialog, list };
};

describe('putting contacts into a group by a list', () => {
  it('closes where everybody was found', async () => {
    const { user, double, list } = await openFor('Put contacts in …');
    const [email] = double.state.contact(3)?.points.filter(({ kind }) => kind === 'email') ?? [];
    await user.click(list);
    await user.paste(email?.value ?? '');
    await user.click(screen.getByRole('button', { name: 'Put in' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(double.state.contact(3)?.groups).toContain('Board');
  });

  it('shows whom the list did not name, and keeps the keyboard, so that Escape closes it', async () => {
    const { user, dialog, list } = await openFor('Put contacts in …');
    await user.click(list);
    await user.paste('stranger@far.example\nnobody@far.example');
    await user.click(screen.getByRole('button', { name: 'Put in' }));
    const told = await within(dialog).findByRole('textbox', { name: '2 entries name no contact' });
    expect(told).toHaveValue('stranger@far.example\nnobody@far.example');
    await expectAccessible();
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
