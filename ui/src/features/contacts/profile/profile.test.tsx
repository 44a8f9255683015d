// The profile: what it shows, and editing in place.
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';
import { initials } from './Avatar';

const WHOLE = '/contacts/2?sort=created&desc=1';
const profile = () => screen.findByRole('complementary', { name: 'Noa Levi' });
const value = async (label: string) =>
  within(await profile()).findByRole('button', { name: new RegExp(`^Edit ${label}:`) });

describe('the profile', () => {
  it('shows what the contact holds', async () => {
    renderApp(WHOLE);
    const pane = await profile();
    await within(pane).findByText('38');
    for (const text of [
      '050-123-4567',
      'noa@blueharbour.example',
      'Herzl 12, 33031 Haifa, Israel',
      'VIP',
      'Board',
      '38',
    ]) {
      expect(within(pane).getAllByText(text)[0]).toBeVisible();
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
      edits: [
        { kind: 'seen', was: 'CFO', edit: { kind: 'affiliation', affiliation: 2, part: 'title', value: 'Chair' } },
      ],
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

  it('takes no field from the user that was opened before the save of another one was done', async () => {
    const { double, user } = renderApp(WHOLE);
    const title = await value('Job title');
    double.holding = (name) => name === 'contact_edit';
    await user.click(title);
    await user.keyboard('Chair{Enter}');
    await user.click(await value('First name'));
    await act(async () => double.held[0]?.release());
    expect(await screen.findByText('Saved')).toBeVisible();
    await new Promise((drawn) => requestAnimationFrame(drawn));
    expect(screen.getByRole('textbox', { name: 'First name' })).toHaveFocus();
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
        edits: [{ was: 'Trade fair 2025', edit: { field: 'source', value: 'Newsletter' } }],
      }),
    );
  });

  it('adds a point through the menu of its section', async () => {
    const { user } = renderApp(WHOLE);
    await profile();
    await user.click(screen.getByRole('button', { name: 'Add: Phones and e-mails' }));
    await user.click(await screen.findByRole('menuitem', { name: 'E-mail at home' }));
    await user.keyboard('noa@home.example{Enter}');
    expect(await screen.findByText('noa@home.example')).toBeVisible();
  });

  it('adds a group from the list or makes it, and takes one away', async () => {
    const { double, user } = renderApp(WHOLE);
    await profile();
    const edits = () => double.calls.filter(({ name }) => name === 'contact_edit').map(({ input }) => input);
    await user.click(screen.getByRole('button', { name: 'Add: Groups' }));
    await user.keyboard('Friends{Enter}');
    await waitFor(() =>
      expect(edits()).toContainEqual({ id: 2, edits: [{ kind: 'add_word', field: 'groups', word: 'Friends' }] }),
    );
    await user.click(await screen.findByRole('button', { name: /^Remove Board/ }));
    await waitFor(() =>
      expect(edits()).toContainEqual({ id: 2, edits: [{ kind: 'remove_word', field: 'groups', word: 'Board' }] }),
    );
  });

  it('chooses a stage of the lifecycle by typing', async () => {
    const { double, user } = renderApp(WHOLE);
    await user.click(await value('Lifecycle'));
    await user.keyboard('risk{Enter}');
    await waitFor(() =>
      expect(double.calls.find(({ name }) => name === 'contact_edit')?.input).toEqual({
        id: 2,
        edits: [{ kind: 'set', field: 'lifecycle', value: 'customer/at_risk' }],
      }),
    );
    expect(await screen.findByText('Customer: at risk')).toBeVisible();
  });

  it('makes another phone the one to use first by its radio', async () => {
    const { user } = renderApp(WHOLE);
    const radio = await screen.findByRole('radio', { name: 'Use first: Office, 04-812-3456' });
    await user.click(radio);
    await waitFor(() => expect(screen.getByRole('radio', { name: /Office/ })).toBeChecked());
  });

  it('says kindly what is odd while it is typed, and saves all the same', async () => {
    const { user } = renderApp(WHOLE);
    await profile();
    await user.click(screen.getByRole('button', { name: 'Add: Phones and e-mails' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Home phone' }));
    await user.keyboard('12');
    expect(await screen.findByText(/Digits are missing/)).toBeVisible();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('12')).toBeVisible();
  });

  it('adds an address as one change', async () => {
    const { double, user } = renderApp(WHOLE);
    await profile();
    await user.click(screen.getByRole('button', { name: 'Add: Addresses' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Billing' }));
    await user.type(await screen.findByRole('textbox', { name: 'City' }), 'Leeds{Enter}');
    expect(await screen.findByText('Leeds')).toBeVisible();
    expect(double.calls.find(({ name }) => name === 'contact_edit')?.input).toEqual({
      id: 2,
      edits: [{ kind: 'add_address', label: 'billing', parts: [{ field: 'city', value: 'Leeds' }] }],
    });
  });

  it('says what postcodes of the country look like, and saves all the same', async () => {
    const { double, user } = renderApp(WHOLE);
    await profile();
    await user.click(screen.getByRole('button', { name: 'Add: Addresses' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Billing' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Street' })).toHaveFocus());
    await user.type(screen.getByRole('textbox', { name: 'Country' }), 'GB');
    await user.type(screen.getByRole('textbox', { name: 'Postcode' }), '12345');
    expect(await screen.findByText('Postcodes of this country look like SW1A 1AA.')).toBeVisible();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(double.calls.some(({ name }) => name === 'contact_edit')).toBe(true));
  });

  it('takes a dropped picture for the photo, and leaves a spreadsheet to the import', async () => {
    const { double } = renderApp(WHOLE);
    await profile();
    double.emit('files', ['/home/office/noa.JPG']);
    await waitFor(() =>
      expect(double.calls).toContainEqual({
        name: 'contact_photo_set',
        input: { id: 2, path: '/home/office/noa.JPG' },
      }),
    );
    double.emit('files', ['/home/office/people.xlsx']);
    expect(await screen.findByRole('dialog', { name: /Import/ })).toBeVisible();
  });
});

describe('the history', () => {
  it('tells what was changed and brings a value back', async () => {
    const { double, user } = renderApp(WHOLE);
    await user.click(await value('Last name'));
    await user.keyboard('Cohen{Enter}');
    await screen.findByText('Saved');
    await user.click(screen.getByRole('tab', { name: 'History' }));
    const list = await screen.findByRole('list', { name: 'History' });
    expect(within(list).getByText('Imported')).toBeVisible();
    expect(within(list).getByText('Cohen')).toBeVisible();
    await user.click(within(list).getByRole('button', { name: 'Restore Last name: Levi' }));
    await waitFor(() => expect(double.calls.some(({ name }) => name === 'contact_restore_value')).toBe(true));
    expect(await within(list).findByText('Value restored')).toBeVisible();
    await expectAccessible();
  });
});

it('makes initials of names in any script', () => {
  expect(initials('Noa Levi')).toBe('NL');
  expect(initials('Renée de la Cruz')).toBe('RC');
  expect(initials('נועה כהן')).toBe('נכ');
  expect(initials('Reception')).toBe('R');
  expect(initials('0161 496')).toBe('');
});

describe('a day', () => {
  it('is typed, or chosen in a calendar by keyboard, and leaving either way loses nothing', async () => {
    const { double, user } = renderApp(WHOLE);
    await user.click(await value('Birthday'));
    await user.keyboard('1990-12-31');
    await user.click(screen.getByRole('button', { name: 'Calendar: Birthday' }));
    const calendar = await screen.findByRole('dialog', { name: 'Birthday' });
    expect(double.calls.some(({ name }) => name === 'contact_edit')).toBe(false);
    await expectAccessible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(calendar).not.toBeInTheDocument());
    expect(screen.getByRole('textbox', { name: 'Birthday' })).toHaveValue('1990-12-31');
    await user.click(screen.getByRole('button', { name: 'Calendar: Birthday' }));
    await screen.findByRole('dialog', { name: 'Birthday' });
    await user.keyboard('{ArrowRight}{Enter}');
    expect(await screen.findByText('Saved')).toBeVisible();
    const sent = double.calls.find(({ name }) => name === 'contact_edit')?.input;
    expect(sent).toMatchObject({
      edits: [{ edit: { field: 'birthday', value: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } }],
    });
  });
});
