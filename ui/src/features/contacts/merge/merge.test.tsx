// Merging contacts that are one person.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Handlers } from '@/ipc/double/handlers';
import { Failure } from '@/ipc/failure';
import { expectAccessible, renderApp } from '@/test/renderApp';
import { allFrom, choicesOf, chosenOf } from './choices';

const opened = async (rows: number, handlers: Handlers = {}) => {
  const app = renderApp('/contacts', { handlers });
  await screen.findByText('204 contacts');
  (await screen.findByRole('grid')).focus();
  for (let row = 0; row < rows; row++) await app.user.keyboard('{ArrowDown} ');
  await screen.findByText(`${rows} selected`);
  await app.user.click(await screen.findByRole('button', { name: 'More' }));
  return app;
};

describe('merging contacts', () => {
  it('shows them side by side, lets one value be chosen for each field, and merges', async () => {
    const { double, user } = await opened(2);
    await user.click(await screen.findByRole('menuitem', { name: 'Merge …' }));
    const dialog = await screen.findByRole('dialog', { name: 'Merge 2 contacts' });
    const first = await within(dialog).findByRole('radiogroup', { name: 'First name' });
    const [kept, other] = within(first).getAllByRole('radio');
    expect(kept).toBeChecked();
    await expectAccessible();
    await user.click(other as HTMLElement);
    expect(other).toBeChecked();
    await user.click(within(dialog).getByRole('button', { name: 'Merge' }));
    expect(await screen.findByText(/^2 contacts merged into /)).toBeVisible();
    const asked = double.calls.find(({ name }) => name === 'contacts_merge')?.input as {
      into: number;
      from: number[];
      choose: { field: string; contact: number }[];
    };
    expect(asked.from).toHaveLength(1);
    expect(asked.choose).toContainEqual({ field: 'first_name', contact: asked.from[0] });
    expect(await screen.findByText('203 contacts')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('204 contacts')).toBeVisible();
  });

  it('is offered for two to ten', async () => {
    await opened(1);
    expect(await screen.findByRole('menuitem', { name: 'Merge …' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('says why it was refused and stays open', async () => {
    const refuse = () => {
      throw new Failure('list_changed', 'The list has changed.');
    };
    const { user } = await opened(2, { contacts_merge: refuse });
    await user.click(await screen.findByRole('menuitem', { name: 'Merge …' }));
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByRole('radiogroup', { name: 'First name' });
    await user.click(within(dialog).getByRole('button', { name: 'Merge' }));
    await waitFor(() => expect(within(dialog).getByRole('alert')).toBeVisible());
  });
});

describe('whose value stays', () => {
  const contacts = [{ id: 1 }, { id: 2 }] as never;
  const nickname = { field: 'nickname', values: [null, 'Nono'] };
  const name = { field: 'first_name', values: ['Noa', 'Noah'] };

  it('is the first that is there, unless another was picked', () => {
    expect(chosenOf(contacts, nickname, {})).toBe(2);
    expect(chosenOf(contacts, name, {})).toBe(1);
    expect(chosenOf(contacts, nickname, { nickname: 1 })).toBe(1);
    expect(choicesOf(contacts, [name], { first_name: 2 })).toEqual([{ field: 'first_name', contact: 2 }]);
  });

  it('is never a blank when all are taken from one', () => {
    expect(allFrom(contacts, [nickname, name], 1, { nickname: 2 })).toEqual({ nickname: 2, first_name: 1 });
  });
});
