// The frame: places, commands by key, menu and palette, the look, files from outside.
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';
import { preferences } from './preferences';

const settled = () => screen.findByText('204 contacts');

describe('the sidebar', () => {
  it('shows only places that there are, with their counts', async () => {
    renderApp('/contacts');
    await settled();
    const places = within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('link');
    expect(places.map((place) => place.textContent)).toEqual([
      'Contacts204',
      'Organizations86',
      'Members60',
      'Groups8',
      'Opt-outs61',
      'Imports',
      'Trash',
      'Settings',
    ]);
    expect(places[0]).toHaveAttribute('aria-current', 'page');
  });

  it('follows what the core announces', async () => {
    const { double } = renderApp('/contacts');
    await settled();
    await act(async () => {
      double.state.write('contacts_delete', new Map([[1, null]]));
      double.emit('stale', ['contacts']);
    });
    expect(await screen.findByText('203')).toBeVisible();
    expect(await screen.findByText('203 contacts')).toBeVisible();
  });

  it('starts from nothing when another workspace was opened', async () => {
    const { double } = renderApp('/contacts');
    await settled();
    await act(async () => {
      double.state.fill(7);
      double.emit('workspace-changed', null);
    });
    expect(await screen.findByText('7 contacts')).toBeVisible();
  });
});

describe('commands', () => {
  it('arrive from the native menu', async () => {
    const { double } = renderApp('/contacts');
    await settled();
    act(() => double.emit('menu', 'new-contact'));
    expect(await screen.findByRole('dialog', { name: 'New contact' })).toBeVisible();
  });

  it('run once when the menu and the page both hear the key', async () => {
    const { double, user } = renderApp('/contacts');
    await settled();
    await user.keyboard('{Control>}i{/Control}');
    act(() => double.emit('menu', 'import'));
    expect(double.calls.filter(({ name }) => name === 'pick_spreadsheet')).toHaveLength(1);
  });

  it('leave undo and select all to the text field that has the keyboard', async () => {
    const { double, user } = renderApp('/contacts');
    await settled();
    await user.click(screen.getByRole('textbox', { name: 'Search contacts' }));
    await user.keyboard('{Control>}a{/Control}{Control>}z{/Control}');
    expect(screen.queryByText(/selected/)).toBeNull();
    expect(double.calls.some(({ name }) => name === 'undo')).toBe(false);
  });

  it('say so when there is nothing to undo', async () => {
    const { user } = renderApp('/contacts');
    await settled();
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('There is nothing to undo.')).toBeVisible();
  });

  it('are found by typing in the palette', async () => {
    const { user, address } = renderApp('/contacts');
    await settled();
    await user.keyboard('{Control>}k{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Commands' });
    await expectAccessible();
    await user.keyboard('settings');
    expect(within(dialog).getAllByRole('menuitem')).toHaveLength(1);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(address()).toBe('/settings'));
  });
});

describe('the look', () => {
  it('changes by the menu and is remembered', async () => {
    const { double } = renderApp('/contacts');
    await settled();
    act(() => double.emit('menu', 'theme-dark'));
    act(() => double.emit('menu', 'density-compact'));
    expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
    expect(document.documentElement).toHaveAttribute('data-density', 'compact');
    expect(JSON.parse(localStorage.getItem('roster.preferences') ?? '')).toEqual(preferences());
    expect(double.calls).toContainEqual({ name: 'set_theme', input: { theme: 'dark' } });
  });

  it('turns round with the language, the native menu too', async () => {
    const { double } = renderApp('/contacts');
    await settled();
    act(() => double.emit('menu', 'language-he'));
    expect(await screen.findByRole('heading', { name: 'אנשי קשר' })).toBeVisible();
    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
    expect(double.calls).toContainEqual({ name: 'set_language', input: { lang: 'he' } });
  });
});

describe('files from outside', () => {
  it('show where they can be dropped, and open the wizard', async () => {
    const { double } = renderApp('/contacts');
    await settled();
    act(() => double.emit('drag', 'enter'));
    expect(screen.getByText('Drop to import')).toBeVisible();
    act(() => double.emit('drag', 'leave'));
    expect(screen.queryByText('Drop to import')).toBeNull();
    act(() => double.emit('files', ['/home/office/members-2026.xlsx']));
    expect(await screen.findByRole('dialog', { name: /members-2026\.xlsx/ })).toBeVisible();
  });

  it('are taken up that the program was started with', async () => {
    renderApp('/contacts', { shell: { initial_files: () => ['/home/office/members-2026.xlsx'] } });
    expect(await screen.findByRole('dialog', { name: /members-2026\.xlsx/ })).toBeVisible();
  });
});
