// Organizations: the list, the profile, contacts, hierarchy, converting, creating, and the picker.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';

const grid = () => screen.findByRole('grid', { name: 'Organizations' });
const rowOf = async (name: string) => {
  const cell = await within(await grid()).findByText(name);
  return cell.closest('[role="row"]') as HTMLElement;
};
const pane = (name: string) => screen.findByRole('complementary', { name });
const sent = (double: ReturnType<typeof renderApp>['double'], name: string) =>
  double.calls.findLast((call) => call.name === name)?.input;

describe('the list of organizations', () => {
  it('is searched, kept to a kind, and counts', async () => {
    const { user, address } = renderApp('/organizations');
    await rowOf('Aegean Tours');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Leads' }));
    await waitFor(() => expect(screen.queryByText('Aegean Tours')).toBeNull());
    expect(address()).toBe('/organizations?kind=lead');
    await user.click(screen.getByRole('button', { name: 'Leads' }));
    expect(address()).toBe('/organizations');
    await user.type(screen.getByRole('textbox', { name: 'Search organizations' }), 'harbour');
    expect(await screen.findByText('2 organizations')).toBeVisible();
  });

  it('deletes at once and takes it back from the toast', async () => {
    const { user } = renderApp('/organizations');
    await rowOf('Aegean Tours');
    (await grid()).focus();
    await user.keyboard('{ArrowDown}{Delete}');
    expect(await screen.findByText('1 organization deleted')).toBeVisible();
    await waitFor(() => expect(screen.queryByText('Aegean Tours')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await rowOf('Aegean Tours')).toBeVisible();
  });

  it('says what belongs here where there is none', async () => {
    renderApp('/organizations', { contacts: 0 });
    expect(await screen.findByRole('heading', { name: 'No organizations yet' })).toBeVisible();
    await expectAccessible();
  });

  it('makes one by its name and kind, and opens it', async () => {
    const { double, user, address } = renderApp('/organizations?kind=agency');
    await user.click(await screen.findByRole('button', { name: 'New organization' }));
    await user.keyboard('{Enter}');
    expect(await screen.findByText('An organization needs a name.')).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Aurora');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await pane('Aurora')).toBeVisible();
    expect(sent(double, 'organization_create')).toMatchObject({ kind: 'agency', name: 'Aurora' });
    expect(address()).toMatch(/^\/organizations\/\d+\?kind=agency$/);
  });
});

describe('the profile of an organization', () => {
  it('shows its points, contacts and place, and is edited where it stands', async () => {
    const { double, user } = renderApp('/organizations/2');
    const profile = await pane('Blue Harbour Ltd');
    expect(await within(profile).findByText('Noa Levi')).toBeVisible();
    expect(await within(profile).findByRole('link', { name: 'Quill, Ink & Paper' })).toBeVisible();
    await expectAccessible();
    await user.click(within(profile).getByRole('button', { name: /^Edit Industry:/ }));
    await user.keyboard('Shipping{Enter}');
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(sent(double, 'organization_edit')).toEqual({
      id: 2,
      edits: [{ kind: 'seen', was: '', edit: { kind: 'set', field: 'industry', value: 'Shipping' } }],
    });
  });

  it('tells who changed what, and brings a value back', async () => {
    const { double, user } = renderApp('/organizations/2');
    const profile = await pane('Blue Harbour Ltd');
    await user.click(await within(profile).findByRole('button', { name: /^Edit Industry:/ }));
    await user.keyboard('Shipping{Enter}');
    await user.click(await within(profile).findByRole('button', { name: /Industry:\s*Shipping$/ }));
    await user.keyboard('Freight{Enter}');
    await within(profile).findByRole('button', { name: /Industry:\s*Freight$/ });
    await user.click(within(profile).getByRole('tab', { name: 'History' }));
    const history = await within(profile).findByRole('list', { name: 'History' });
    expect(history).toHaveTextContent('Imported');
    await expectAccessible();
    await user.click(within(history).getByRole('button', { name: 'Restore Industry: Shipping' }));
    expect(await within(history).findByText('Value restored')).toBeVisible();
    expect(sent(double, 'organization_restore_value')).toMatchObject({ id: 2 });
    await user.click(within(profile).getByRole('tab', { name: 'Details' }));
    expect(await within(profile).findByRole('button', { name: /Industry:\s*Shipping$/ })).toBeVisible();
  });

  it('makes an account of a lead, with an Undo', async () => {
    const { double, user } = renderApp('/organizations/3');
    await user.click(await screen.findByRole('button', { name: 'Convert to account' }));
    expect(await screen.findByText(/is an account now$/)).toBeVisible();
    expect(sent(double, 'organization_convert')).toEqual({ id: 3 });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Convert to account' })).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: 'Convert to account' })).toBeVisible();
  });

  it('chooses the one above it and refuses a circle', async () => {
    const { double, user } = renderApp('/organizations/2');
    const profile = await pane('Blue Harbour Ltd');
    await user.click(within(profile).getByRole('button', { name: 'Add: Hierarchy' }));
    await user.type(await screen.findByRole('combobox', { name: 'Belongs to' }), 'quill');
    await user.click(await screen.findByRole('option', { name: /Quill, Ink/ }));
    expect(await screen.findByText(/the hierarchy would be a circle/)).toBeVisible();
    expect(sent(double, 'organization_edit')).toMatchObject({ edits: [{ edit: { field: 'parent', value: '4' } }] });
  });

  it('adds a contact that is there, and one that is new', async () => {
    const { double, user } = renderApp('/organizations/2');
    const profile = await pane('Blue Harbour Ltd');
    await user.click(within(profile).getByRole('button', { name: 'Add: Contacts' }));
    await user.type(await screen.findByRole('combobox', { name: 'Contact' }), 'siob');
    await user.click(await screen.findByRole('option', { name: /Siobhán Taylor/ }));
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('Siobhán Taylor added to the organization')).toBeVisible();
    expect(sent(double, 'organization_contacts_add')).toEqual({ organization: 2, contacts: [10], role: '' });

    await user.click(within(profile).getByRole('button', { name: 'Add: Contacts' }));
    await user.click(await screen.findByRole('radio', { name: 'New contact' }));
    await user.type(screen.getByRole('textbox', { name: 'First name' }), 'Ines');
    await user.type(screen.getByRole('textbox', { name: 'Phone or e-mail' }), 'ines@x.example');
    await user.type(screen.getByRole('textbox', { name: /^Role/ }), 'buyer');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() =>
      expect(sent(double, 'organization_contact_create')).toMatchObject({
        organization: { id: 2 },
        role: 'buyer',
        set: [
          { field: 'first_name', value: 'Ines' },
          { field: 'email', value: 'ines@x.example' },
        ],
      }),
    );
  });

  it('edits the role of a contact where it stands', async () => {
    const { double, user } = renderApp('/organizations/2');
    await user.click(await screen.findByRole('button', { name: /^Edit Role of Noa Levi:/ }));
    await user.keyboard('decision maker{Enter}');
    await waitFor(() =>
      expect(sent(double, 'contact_edit')).toMatchObject({
        id: 2,
        edits: [{ kind: 'affiliation', part: 'role', value: 'decision maker' }],
      }),
    );
  });
});
