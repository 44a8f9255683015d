// The history of imports: empty, listed, one opened, its rejected rows saved, undone with what was kept.
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { atSummary, lastCall, press } from '@/features/import/testing';
import { setPreferences } from '@/frame/preferences';
import type { Batch } from '@/ipc/bindings';
import { expectAccessible, renderApp } from '@/test/renderApp';

/** Imports the double's file and opens its entry of the history. */
async function openImported() {
  const app = await atSummary();
  await press(app, /^Import 1,196/);
  await screen.findByText('1,204 rows read, every one accounted for');
  await press(app, 'Close');
  await app.user.click(await screen.findByRole('row', { name: /members.xlsx/ }));
  await screen.findByRole('complementary', { name: 'members.xlsx' });
  return app;
}

describe('the imports', () => {
  it('say what belongs there while there are none, and open the wizard', async () => {
    const app = renderApp('/imports');
    await screen.findByText('No imports yet');
    await expectAccessible();
    await press(app, 'Import a file');
    await screen.findByText('Drop a spreadsheet or contact file here');
  });

  it('are listed with file, counts and state', async () => {
    const report = { ...(await importedReport()), created: 12, rejected: 2 };
    const batches: Batch[] = [7, 5].map((batch) => ({
      batch,
      at: '2026-11-21T09:00:00Z',
      by: null,
      operation: 'import_run',
      contacts: 12,
      undone_by: batch === 5 ? 6 : null,
      reverses: null,
      import: { ...report, batch, file: `file-${batch}.xlsx` },
    }));
    renderApp('/imports', { handlers: { batches: () => ({ batches }) } });
    const [, first, second] = await screen.findAllByRole('row');
    expect(first?.textContent).toContain('file-7.xlsx');
    within(second as HTMLElement).getByText('undone');
    await expectAccessible();
  });
});

it('shows an import that another program makes meanwhile, above the others', async () => {
  const report = await importedReport();
  const entry = (batch: number): Batch => ({
    batch,
    at: '2026-11-21T09:00:00Z',
    by: null,
    operation: 'import_run',
    contacts: 12,
    undone_by: null,
    reverses: null,
    import: { ...report, batch, file: `file-${batch}.xlsx` },
  });
  let batches = [entry(5)];
  const app = renderApp('/imports', { handlers: { batches: () => ({ batches }) } });
  await screen.findByRole('rowheader', { name: 'file-5.xlsx' });
  batches = [entry(7), entry(5)];
  await act(async () => app.double.emit('stale', ['batches']));
  await screen.findByRole('rowheader', { name: 'file-7.xlsx' });
  screen.getByRole('rowheader', { name: 'file-5.xlsx' });
});

it('tells who was in the last file and is missing in this one', async () => {
  const gone = { id: 3, name: 'Tom Jones', emails: ['tom@quill.example'], phones: [], organization: null, city: null };
  const last = { batch: 5, at: '2026-11-20T09:00:00Z', file: 'members-2025.xlsx' };
  const report = await importedReport();
  const batch = { batch: 7, at: '2026-11-21T09:00:00Z', by: null, operation: 'import_run', contacts: 2 };
  const entry: Batch = { ...batch, undone_by: null, reverses: null, import: { ...report, batch: 7, file: 'new.xlsx' } };
  const app = renderApp('/imports', {
    handlers: {
      batches: () => ({ batches: [entry] }),
      import_missing: () => ({ last, total: 1, contacts: [gone] }),
    },
  });
  await app.user.click(await screen.findByRole('row', { name: /new.xlsx/ }));
  const list = await screen.findByRole('list', { name: 'In the last file, missing in this one' });
  screen.getByText(/members-2025.xlsx.*1 contact of it is not in this one/);
  await expectAccessible();
  await app.user.click(within(list).getByRole('button', { name: 'Open Tom Jones' }));
  expect(app.address()).toBe('/contacts/3');
});

async function importedReport() {
  const { double, unmount } = renderApp('/imports');
  const source = { kind: 'text', text: 'Name,E-mail\nNoa,noa@harbour.example' };
  const answer = await double.call(
    'import_rehearse',
    { source, options: {}, mapping: [], mode: 'create-update', edits: [], groups: [] },
    null,
    () => {},
  );
  unmount();
  return answer as NonNullable<Batch['import']>;
}

describe('one import', () => {
  it('shows its counts, reasons, columns and rejected rows', async () => {
    await openImported();
    const details = within(screen.getByRole('complementary', { name: 'members.xlsx' }));
    details.getByText('1,204 rows in 0.4 sec', { exact: false });
    details.getByText('Why rows were not imported');
    details.getByText('Numbers that a spreadsheet had damaged');
    details.getByText('Phone, mobile');
    details.getAllByText('left out');
    await details.findByText('Too short for a phone number');
    await expectAccessible();
  });

  it('saves its rejected rows', async () => {
    const app = await openImported();
    await press(app, 'Save the 3 rows …');
    await waitFor(() =>
      expect(lastCall(app, 'import_rejects_save')).toEqual({ batch: 8, path: '/home/office/members.rejected.xlsx' }),
    );
  });

  it('shows its contacts', async () => {
    const app = await openImported();
    await press(app, 'Show the contacts');
    expect(app.address()).toBe('/contacts?batch=8');
  });

  it('is undone as a whole, and stays in the history', async () => {
    const app = await openImported();
    await press(app, 'Undo this import');
    await screen.findByText('1,196 contacts are as they were before the import.');
    expect(lastCall(app, 'undo')).toEqual({ batch: 8 });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo this import' })).toBeNull());
    screen.getByRole('row', { name: /members.xlsx/ });
  });

  it('speaks Hebrew', async () => {
    setPreferences({ language: 'he' });
    renderApp('/imports');
    await screen.findByText('אין עדיין ייבואים');
    await expectAccessible();
  });
});
