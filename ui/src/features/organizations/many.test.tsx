// Views of organizations, and what is done to many of them: choosing, setting a field, exporting, walking by key.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Field, OrganizationRow } from '@/ipc/bindings';
import { expectAccessible, renderApp } from '@/test/renderApp';

const grid = () => screen.findByRole('grid', { name: 'Organizations' });
const ready = async () => within(await grid()).findByText('Aegean Tours');
const sent = (double: ReturnType<typeof renderApp>['double'], name: string) =>
  double.calls.findLast((call) => call.name === name)?.input;

const FLEET: Field = {
  ...{ code: 'fleet', label: 'Fleet', type: 'number', section: 'custom', subject: 'organization', custom: true },
  ...{
    repeatable: false,
    exportable: true,
    options: [],
    currency: null,
    required: false,
    default: null,
    retired: false,
  },
};
const ROW: OrganizationRow = {
  ...{ id: 1, kind: 'account', name: '', number: null, contacts: 0, parent_id: null, parent: null, phone: null },
  ...{ email: null, website: null, industry: null, size: null, owner: null, city: null, country: null },
  ...{ created: '2026-11-02T09:00:00Z', cells: {} },
};

describe('views of organizations', () => {
  it('keep kind, search, order and columns, and are chosen by name', async () => {
    const { double, user, address } = renderApp('/organizations?kind=lead&q=har&sort=owner&desc=1&cols=name,owner:140');
    await grid();
    await user.click(await screen.findByRole('button', { name: 'New view' }));
    await user.type(screen.getByRole('textbox', { name: 'Name of the view' }), 'Cold{Enter}');
    const tab = await screen.findByRole('button', { name: 'Cold' });
    expect(sent(double, 'view_create')).toEqual({
      subject: 'organization',
      name: 'Cold',
      content: {
        search: 'har',
        filter: 'kind = "lead"',
        columns: [
          { id: 'name', width: null },
          { id: 'owner', width: 140 },
        ],
        sort: { field: 'owner', descending: true },
      },
    });
    await user.click(screen.getByRole('button', { name: 'All' }));
    await waitFor(() => expect(address()).toBe('/organizations'));
    await user.click(tab);
    await waitFor(() => expect(address()).toContain('kind=lead'));
    expect(address()).toContain('q=har');
    await user.click(screen.getByRole('button', { name: 'Agencies' }));
    await user.click(await screen.findByRole('button', { name: 'Revert' }));
    await waitFor(() => expect(address()).toContain('kind=lead'));
    await expectAccessible();
  });

  it('are those of organizations alone', async () => {
    const { user, router } = renderApp('/organizations');
    await ready();
    await user.click(screen.getByRole('button', { name: 'New view' }));
    await user.type(screen.getByRole('textbox', { name: 'Name of the view' }), 'Mine{Enter}');
    await screen.findByRole('button', { name: 'Mine' });
    await router.navigate('/contacts');
    await screen.findByRole('grid', { name: 'Contacts' });
    expect(screen.queryByRole('button', { name: 'Mine' })).toBeNull();
  });
});

describe('custom fields of organizations', () => {
  it('are columns, shown as their type says, and sort', async () => {
    const { double, user } = renderApp('/organizations?cols=name,fleet', {
      handlers: {
        fields_manage: () => ({ fields: [FLEET] }),
        organizations_page: (_, { columns, query }) => {
          const row = (id: number, text: string) => ({
            ...ROW,
            id,
            name: `Fleet ${id}`,
            cells: { fleet: { text, status: null } },
          });
          const rows = columns?.includes('fleet') ? [row(1, '1234.5'), row(2, '9')] : [];
          return { total: 2, generation: 1, rows: query.sort?.descending ? rows.reverse() : rows };
        },
      },
    });
    expect(await within(await grid()).findByText('1,234.5')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Fleet' }));
    await waitFor(() =>
      expect(sent(double, 'organizations_page')).toMatchObject({
        query: { sort: { field: 'fleet', descending: false } },
      }),
    );
    await expectAccessible();
  });
});

describe('many organizations', () => {
  it('get a field at once, all that match, by keyboard, with an Undo', async () => {
    const { double, user } = renderApp('/organizations?kind=account');
    await ready();
    (await grid()).focus();
    await user.keyboard('{ArrowDown} ');
    expect(await screen.findByText('1 selected')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /^Select all \d+ that match/ }));
    await user.click(screen.getByRole('button', { name: 'Set field' }));
    const dialog = await screen.findByRole('dialog', { name: 'Set field' });
    await expectAccessible();
    await user.type(within(dialog).getByRole('textbox', { name: 'Value' }), 'Noa{Enter}');
    expect(await screen.findByText(/organizations changed$/)).toBeVisible();
    expect(sent(double, 'organizations_change')).toMatchObject({
      selection: { kind: 'ranges', query: { kind: 'account' } },
      set: [{ field: 'owner', value: 'Noa' }],
    });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(double.calls.some(({ name }) => name === 'undo')).toBe(true));
  });

  it('become another kind, chosen from the three', async () => {
    const { double, user } = renderApp('/organizations?kind=lead');
    await grid();
    await user.keyboard('{Control>}a{/Control}');
    await user.click(await screen.findByRole('button', { name: 'Set field' }));
    await user.click(await screen.findByRole('button', { name: /Field/ }));
    await user.click(within(await screen.findByRole('listbox')).getByRole('option', { name: 'Kind' }));
    await user.click(screen.getByRole('button', { name: 'Set' }));
    await waitFor(() =>
      expect(sent(double, 'organizations_change')).toMatchObject({ set: [{ field: 'kind', value: 'account' }] }),
    );
  });

  it('are exported with the columns of the list, or with everything', async () => {
    const { double, user } = renderApp('/organizations?cols=name,email,owner');
    await ready();
    await user.keyboard('{Control>}e{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Export organizations' });
    await expectAccessible();
    await user.click(within(dialog).getByRole('button', { name: 'Export …' }));
    expect(await screen.findByText(/organizations exported$/)).toBeVisible();
    expect(sent(double, 'organizations_export')).toMatchObject({
      path: '/home/office/organizations.xlsx',
      fields: ['name', 'email', 'owner'],
      selection: null,
    });
    await user.keyboard('{Control>}e{/Control}');
    await user.click(await screen.findByRole('radio', { name: 'Everything' }));
    await user.click(screen.getByRole('radio', { name: 'CSV (.csv)' }));
    await user.click(screen.getByRole('button', { name: 'Export …' }));
    await waitFor(() => expect(sent(double, 'organizations_export')).toMatchObject({ fields: [], format: 'csv' }));
  });

  it('are walked through in the profile by key', async () => {
    const { user, address } = renderApp('/organizations');
    await user.dblClick(await ready());
    await screen.findByRole('complementary', { name: 'Aegean Tours' });
    const first = address();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await waitFor(() => expect(address()).not.toBe(first));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(address()).toBe(first));
  });
});
