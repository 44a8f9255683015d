// The organizations of a contact in its profile: choosing one, and an address that is the organization's.
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';

const WHOLE = '/contacts/2?sort=created&desc=1';

async function opened() {
  const app = renderApp(WHOLE);
  const pane = within(await screen.findByRole('complementary', { name: 'Noa Levi' }));
  await pane.findByText('VIP');
  const edits = () => app.double.calls.filter(({ name }) => name === 'contact_edit').map(({ input }) => input);
  return { ...app, pane, edits };
}

describe('the organization of a contact', () => {
  it('is changed to a new one that is made on the spot', async () => {
    const { user, pane, edits } = await opened();
    await user.click(pane.getByRole('button', { name: /^Edit Organization:/ }));
    const field = await pane.findByRole('combobox', { name: 'Organization' });
    await user.clear(field);
    await user.type(field, 'Cedar Tools');
    await user.click(await screen.findByRole('option', { name: /Cedar Tools.*lead/i }));
    await expectAccessible();
    await user.click(pane.getByRole('button', { name: 'Save' }));
    expect(await pane.findByText('CFO · Cedar Tools')).toBeVisible();
    expect(pane.getByRole('button', { name: /^Edit Organization:\s*Cedar Tools/ })).toBeVisible();
    const edit = {
      kind: 'affiliation_organization',
      affiliation: 2,
      organization: { id: null, name: 'Cedar Tools', kind: 'lead' },
    };
    expect(edits()).toEqual([{ id: 2, edits: [{ kind: 'seen', was: 'Blue Harbour Ltd', edit }] }]);
  });

  it('lends its address, until a copy is kept', async () => {
    const { user, pane, edits } = await opened();
    await user.click(pane.getByRole('button', { name: 'Add: Addresses' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Use the address of Blue Harbour Ltd' }));
    expect(await pane.findByText('Address of Blue Harbour Ltd')).toBeVisible();
    await expectAccessible();
    await user.click(pane.getByRole('button', { name: 'Keep a copy of the address of Blue Harbour Ltd' }));
    expect(await pane.findByRole('button', { name: /^1 Quay/ })).toBeVisible();
    expect(pane.queryByText('Address of Blue Harbour Ltd')).toBeNull();
    expect(edits().map((input) => (input as { edits: { kind: string }[] }).edits[0]?.kind)).toEqual([
      'follow_address',
      'keep_address',
    ]);
  });
});
