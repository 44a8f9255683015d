// The profile: what it shows, and editing in place.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';
import { initials } from './ProfileHead';

const WHOLE = '/contacts/2?sort=created&desc=1';
const profile = () => screen.findByRole('complementary', { name: 'Noa Levi' });
const value = async (label: string) =>
  within(await profile()).findByRole('button', { name: new RegExp(`^Edit ${label}:`) });

describe('the profile', () => {
  it('shows what the contact holds', async () => {
    renderApp(WHOLE);
    const pane = await profile();
    for (const text of [
      '050-123-4567',
      'noa@blueharbour.example',
      'Herzl 12, 33031 Haifa, Israel',
      'VIP',
      'Board',
      '38',
    ]) {
      expect(within(pane).getByText(text)).toBeVisible();
    }
    expect(within(pane).getByText('CFO · Blue Harbour Ltd')).toBeVisible();
    await expectAccessible();
  });

  it('says so when the contact is gone', async () => {
    renderApp('/contacts/999999');
    expect(await screen.findByText('This contact is not here any more')).toBeVisible();
  });

  it('writes and calls by what is not opted out', async () => {
    const { double, user } = renderApp(WHOLE);
    await profile();
    await user.click(screen.getByRole('button', { name: 'Call' }));
    expect(double.calls.at(-1)).toEqual({ name: 'open_external', input: { url: 'tel:0501234567' } });
  });
});

describe('editing in place', () => {
  it('saves with Enter and offers to undo', async () => {
    const { double, user } = renderApp(WHOLE);
    await user.click(await value('Job title'));
    await user.keyboard('Chair{Enter}');
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(double.calls.find(({ name }) => name === 'contact_edit')?.input).toEqual({
      id: 2,
      edits: [{ kind: 'set', field: 'job_title', value: 'Chair' }],
    });
  });

  it('opens by key and leaves the value alone on Escape, which goes no further', async () => {
    const { double, user, address } = renderApp(WHOLE);
    (await value('First name')).focus();
    await user.keyboard('{F2}Nora{Escape}');
    expect(await value('First name')).toHaveTextContent('Noa');
    expect(double.calls.some(({ name }) => name === 'contact_edit')).toBe(false);
    expect(address()).toBe(WHOLE);
    await waitFor(async () => expect(await value('First name')).toHaveFocus());
  });

  it('says why a value was refused and keeps what was typed', async () => {
    const { user } = renderApp(WHOLE);
    const points = screen.findByRole('region', { name: 'Phones and e-mails' });
    await user.click(within(await points).getByRole('button', { name: /^Edit Work:/ }));
    await user.keyboard('noa@{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('This is not an e-mail address.');
    expect(screen.getByRole('textbox', { name: 'Work' })).toHaveValue('noa@');
  });

  it('saves when the keyboard goes elsewhere', async () => {
    const { double, user } = renderApp(WHOLE);
    await user.click(await value('Source'));
    await user.keyboard('Newsletter');
    await user.click(screen.getByRole('textbox', { name: 'Search contacts' }));
    await waitFor(() =>
      expect(double.calls.find(({ name }) => name === 'contact_edit')?.input).toMatchObject({
        edits: [{ field: 'source', value: 'Newsletter' }],
      }),
    );
  });

  it('adds a point through the menu of its section', async () => {
    const { user } = renderApp(WHOLE);
    await profile();
    await user.click(screen.getByRole('button', { name: 'Add: Phones and e-mails' }));
    await user.click(await screen.findByRole('menuitem', { name: 'E-mail' }));
    await user.keyboard('noa@home.example{Enter}');
    expect(await screen.findByText('noa@home.example')).toBeVisible();
  });

  it('takes groups as words with commas between', async () => {
    const { double, user } = renderApp(WHOLE);
    await user.click(await value('Groups'));
    await user.keyboard('Board, Friends{Enter}');
    await waitFor(() =>
      expect(double.calls.find(({ name }) => name === 'contact_edit')?.input).toMatchObject({
        edits: [{ field: 'groups', value: 'Board, Friends' }],
      }),
    );
  });
});

it('makes initials of names in any script', () => {
  expect(initials('Noa Levi')).toBe('NL');
  expect(initials('Renée de la Cruz')).toBe('RC');
  expect(initials('נועה כהן')).toBe('נכ');
  expect(initials('Reception')).toBe('R');
  expect(initials('0161 496')).toBe('');
});
