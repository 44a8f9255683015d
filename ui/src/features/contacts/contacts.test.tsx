// The list of contacts as people use it: looking, searching, sorting, choosing, walking, deleting.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { setPreferences } from '@/frame/preferences';
import { expectAccessible, renderApp } from '@/test/renderApp';

const grid = () => screen.findByRole('grid');
const rowOf = async (name: string) =>
  (await within(await grid()).findByText(name)).closest<HTMLElement>('[role=row]') as HTMLElement;
const names = async () =>
  [...(await grid()).querySelectorAll('[role=row] [aria-colindex="2"][role=gridcell]')].map((cell) => cell.textContent);

/** The list in the order of the sample, newest first. */
const NEWEST = '/contacts?sort=created&desc=1';

describe('the empty screen', () => {
  it('invites to drop a file, and offers the other ways to begin', async () => {
    const { double, user } = renderApp('/contacts', { contacts: 0 });
    expect(await screen.findByRole('heading', { name: 'Drop a spreadsheet here' })).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Try with sample data' }));
    expect(await rowOf('Amelia McDonald')).toBeVisible();
    expect(await screen.findByText('204 sample contacts added')).toBeVisible();
    expect(double.calls.some(({ name }) => name === 'sample_data')).toBe(true);
  });

  it('is not shown where a search finds nothing', async () => {
    const { user, address } = renderApp('/contacts?q=zzz');
    expect(await screen.findByRole('heading', { name: 'No contact matches' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all contacts' }));
    expect(await rowOf('Amelia McDonald')).toBeVisible();
    expect(address()).toBe('/contacts');
  });
});

describe('the grid', () => {
  it('tells its size and the place of each row', async () => {
    renderApp(NEWEST);
    const first = await rowOf('Käthe Größer');
    expect(await grid()).toHaveAttribute('aria-rowcount', '205');
    expect(first).toHaveAttribute('aria-rowindex', '2');
    expect(screen.getByText('204 contacts')).toBeVisible();
    await expectAccessible();
  });

  it('draws a window of a million rows and no more', async () => {
    renderApp('/contacts?sort=created&desc=1', { contacts: 1_000_000 });
    await rowOf('Käthe Größer');
    expect((await grid()).getAttribute('aria-rowcount')).toBe('1000001');
    expect((await names()).length).toBeLessThan(45);
  });

  it('says in words that a point is opted out', async () => {
    renderApp(NEWEST);
    expect(await rowOf('George O’Neill')).toHaveTextContent('0161 496 0123opted out');
  });

  it('sorts by a press on a column head, and again the other way', async () => {
    const { user, address } = renderApp('/contacts');
    await rowOf('Amelia McDonald');
    await user.click(screen.getByRole('button', { name: 'Organization' }));
    expect(address()).toBe('/contacts?sort=organization');
    expect(screen.getByRole('columnheader', { name: 'Organization' })).toHaveAttribute('aria-sort', 'ascending');
    await user.click(screen.getByRole('button', { name: 'Organization' }));
    expect(address()).toBe('/contacts?sort=organization&desc=1');
    expect(screen.getByRole('columnheader', { name: 'Organization' })).toHaveAttribute('aria-sort', 'descending');
  });
});

describe('the search', () => {
  it('is kept where a profile is opened before the list has followed what was typed', async () => {
    const { address } = renderApp(NEWEST);
    const row = await rowOf('Käthe Größer');
    await act(async () => {
      fireEvent.change(screen.getByRole('textbox', { name: 'Search contacts' }), { target: { value: 'kat' } });
      fireEvent.click(within(row).getByRole('button', { name: 'Open Käthe Größer' }));
    });
    expect(address()).toMatch(/^\/contacts\/\d+\?.*q=kat$/);
  });

  it('asks at every key and shows the answer to the last, whatever arrives when', async () => {
    const { double, user } = renderApp(NEWEST);
    await rowOf('Käthe Größer');
    double.holding = (name) => name === 'contacts_page';
    await user.type(screen.getByRole('textbox', { name: 'Search contacts' }), 'no');
    await waitFor(() => expect(double.held).toHaveLength(2));
    const [first, second] = double.held;
    expect(await rowOf('Käthe Größer')).toBeVisible();

    await act(async () => second?.release());
    await waitFor(async () => expect(await names()).toContain('Noa Levi'));
    const answer = await names();
    await act(async () => first?.release());
    expect(await names()).toEqual(answer);
    expect(answer).not.toContain('Käthe Größer');
  });

  it('keeps the words in the address, and gives them up on Escape', async () => {
    const { user, address } = renderApp('/contacts');
    await rowOf('Amelia McDonald');
    await user.type(screen.getByRole('textbox', { name: 'Search contacts' }), 'levi');
    await waitFor(() => expect(address()).toBe('/contacts?q=levi'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(address()).toBe('/contacts'));
  });
});

describe('choosing', () => {
  it('selects by key, extends by Shift, and takes all with Control and A', async () => {
    const { user } = renderApp(NEWEST);
    await rowOf('Käthe Größer');
    (await grid()).focus();
    await user.keyboard('{ArrowDown}{ArrowDown} ');
    expect(await rowOf('Noa Levi')).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByText('1 selected')).toBeVisible();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(screen.getByText('3 selected')).toBeVisible();
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByText('204 selected')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByText('204 selected')).toBeNull();
  });

  it('names the active row to screen readers', async () => {
    const { user } = renderApp(NEWEST);
    await rowOf('Käthe Größer');
    (await grid()).focus();
    await user.keyboard('{ArrowDown}');
    const row = await rowOf('Käthe Größer');
    expect(await grid()).toHaveAttribute('aria-activedescendant', row.id);
    await user.keyboard('{ArrowRight}');
    expect((await grid()).getAttribute('aria-activedescendant')).toBe(`${row.id}-0`);
  });

  it('hands the selection to the core as ranges of the list that was seen', async () => {
    const { double, user } = renderApp(NEWEST);
    await rowOf('Käthe Größer');
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    const { generation } = double.state;
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(double.calls.find(({ name }) => name === 'contacts_delete')?.input).toMatchObject({
      selection: { kind: 'ranges', generation, ranges: [[0, 204]] },
    });
    expect(await screen.findByText('204 contacts deleted')).toBeVisible();
  });

  it('keeps a selection by id when the list changes under it', async () => {
    const { double, user } = renderApp(NEWEST);
    await user.click((await rowOf('Noa Levi')).querySelector('[data-box]') as Element);
    await act(async () => {
      const contact = double.state.contact(1);
      double.state.write('contact_edit', new Map([[1, contact]]));
      double.emit('stale', ['contacts']);
    });
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(double.calls.findLast(({ name }) => name === 'contacts_delete')?.input).toEqual({
      selection: { kind: 'ids', ids: [2] },
    });
  });
});

describe('deleting', () => {
  it('is done at once and undone from the toast', async () => {
    const { user } = renderApp(NEWEST);
    await rowOf('Käthe Größer');
    (await grid()).focus();
    await user.keyboard('{ArrowDown}{Delete}');
    expect(await screen.findByText('1 contact deleted')).toBeVisible();
    await waitFor(async () => expect(await names()).not.toContain('Käthe Größer'));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await rowOf('Käthe Größer')).toBeVisible();
  });

  it('is undone with Control and Z', async () => {
    const { user } = renderApp(NEWEST);
    await rowOf('Käthe Größer');
    (await grid()).focus();
    await user.keyboard('{ArrowDown}{Delete}');
    await waitFor(async () => expect(await names()).not.toContain('Käthe Größer'));
    await user.keyboard('{Control>}z{/Control}');
    expect(await rowOf('Käthe Größer')).toBeVisible();
  });
});

describe('walking', () => {
  it('opens the profile beside the list and follows the arrow keys', async () => {
    const { user, address } = renderApp(NEWEST);
    await user.click(within(await rowOf('Käthe Größer')).getByText('Käthe Größer'));
    expect(await screen.findByRole('complementary', { name: 'Käthe Größer' })).toBeVisible();
    await user.keyboard('{ArrowDown}');
    expect(await screen.findByRole('complementary', { name: 'Noa Levi' })).toBeVisible();
    expect(address()).toContain('panel=2');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('opens the profile whole with Enter, and comes back to the same row with Escape', async () => {
    const { user, address } = renderApp(NEWEST);
    await rowOf('Käthe Größer');
    (await grid()).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(address()).toBe('/contacts/2?sort=created&desc=1');
    expect(await screen.findByRole('button', { name: 'Back to contacts' })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(address()).toBe(NEWEST);
    await waitFor(async () => expect(await grid()).toHaveFocus());
    expect(await grid()).toHaveAttribute('aria-activedescendant', (await rowOf('Noa Levi')).id);
  });

  it('goes from the search to the first of what it finds', async () => {
    const { user, address } = renderApp(NEWEST);
    await rowOf('Käthe Größer');
    await user.click(screen.getByRole('textbox', { name: 'Search contacts' }));
    // The answer to the last letter may come when the keyboard is in the list already.
    await user.keyboard('noa l{ArrowDown}');
    const noa = await rowOf('Noa Levi');
    await waitFor(async () => expect(await grid()).toHaveAttribute('aria-activedescendant', noa.id));
    await user.keyboard('{Enter}');
    expect(address()).toContain('/contacts/2?');
  });

  it('goes on to the next contact from a profile that was opened by its address', async () => {
    const { user } = renderApp('/contacts/2?sort=created&desc=1');
    await screen.findByRole('complementary', { name: 'Noa Levi' });
    const next = screen.getByRole('button', { name: 'Next contact' });
    await waitFor(() => expect(next).toBeEnabled());
    await user.click(next);
    expect(await screen.findByRole('complementary', { name: 'נועה כהן' })).toBeVisible();
  });
});

describe('right to left', () => {
  it('mirrors the frame and leaves numbers and addresses as they are', async () => {
    setPreferences({ language: 'he' });
    renderApp(NEWEST);
    const row = await rowOf('Noa Levi');
    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
    expect(screen.getByRole('heading', { name: 'אנשי קשר' })).toBeVisible();
    expect(within(row).getByText('050-123-4567').closest('[dir]')).toHaveAttribute('dir', 'ltr');
    expect(within(row).getByText('Noa Levi').tagName).toBe('BDI');
    await expectAccessible();
  });
});
