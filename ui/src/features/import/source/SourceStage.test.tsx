// The first stage: choosing, pasting, what was detected and saying otherwise, files that can't be read, several files.
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ImportRequest } from '@/ipc/bindings';
import { expectAccessible, renderApp } from '@/test/renderApp';
import { openFiles, openImport } from '../start';
import { goOn, lastCall, openWizard, press } from '../testing';

const firstRows = () => screen.findByRole('region', { name: /first 20 rows/ });

async function openEmpty() {
  const app = renderApp('/imports');
  await act(async () => openImport({ kind: 'file' }));
  return app;
}

describe('choosing a file', () => {
  it('shows its first rows as they will be read, with the numbers of the spreadsheet', async () => {
    await openWizard();
    const rows = within(await firstRows()).getAllByRole('row');
    expect(rows).toHaveLength(21);
    expect(within(rows[1] as HTMLElement).getByRole('rowheader').textContent).toBe('2');
    expect(rows[1]?.textContent).toContain('Käthe');
    await expectAccessible();
  });

  it('says that it is being read, for as long as that takes', async () => {
    const app = renderApp('/imports');
    app.double.holding = (name) => name === 'import_preview';
    await act(async () => openFiles(['/a/members.xlsx']));
    await screen.findByText('Reading …');
    expect(screen.queryByText('Choose a file or paste rows to go on')).toBeNull();
    await waitFor(() => expect(app.double.held).not.toHaveLength(0));
    await act(async () => app.double.held.map(({ release }) => release()));
    await firstRows();
  });

  it('works by the native picker, and keeps Continue closed until there are rows', async () => {
    const app = await openEmpty();
    expect(screen.getByRole('button', { name: 'Continue' }).hasAttribute('disabled')).toBe(true);
    screen.getByText('Choose a file or paste rows to go on');
    await expectAccessible();
    await press(app, 'Choose a file …');
    await firstRows();
    await goOn(app);
    await screen.findByRole('region', { name: 'Columns of the file' });
  });

  it('leaves the wizard as it was when the picker is closed without a choice', async () => {
    const app = renderApp('/imports', { shell: { pick_spreadsheet: () => null } });
    await act(async () => openImport({ kind: 'file' }));
    await press(app, 'Choose a file …');
    screen.getByText('Drop a spreadsheet or contact file here');
    expect(lastCall(app, 'import_preview')).toBeUndefined();
  });

  it('says which of several files are left, and takes the first', async () => {
    await openWizard({}, ['/a/members.xlsx', '/a/b.csv', '/a/c.csv']);
    await screen.findByText(/2 more files were dropped: “b.csv” and “c.csv”/);
    screen.getByRole('heading', { name: 'Import members.xlsx' });
  });

  it('takes a file that is dropped on the open wizard in its place', async () => {
    await openWizard();
    await firstRows();
    await act(async () => openFiles(['/a/other.xlsx']));
    await screen.findByRole('heading', { name: 'Import other.xlsx' });
  });

  it('saves an example file where the user wants it', async () => {
    const app = await openEmpty();
    await press(app, 'Save an example file …');
    await screen.findByText(/contacts-example.xlsx saved/);
    expect(lastCall(app, 'import_example')).toEqual({ path: '/home/office/contacts-example.xlsx' });
  });
});

describe('a file that can’t be read', () => {
  it('is told with what to do, and the wizard stays usable', async () => {
    const app = await openWizard({}, ['/home/office/damaged.xlsx']);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('is damaged or incomplete');
    expect(alert.textContent).toContain('save it anew');
    await expectAccessible();
    await press(app, 'Choose another …');
    await firstRows();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says that a sheet has no rows, and another sheet can be chosen', async () => {
    const app = await openWizard();
    await press(app, 'Sheet Members');
    await app.user.click(await screen.findByRole('option', { name: 'Former members' }));
    await screen.findByText('There are no rows beneath the header');
    expect(screen.getByRole('button', { name: 'Continue' }).hasAttribute('disabled')).toBe(true);
  });
});

describe('what was detected', () => {
  it('can be said otherwise, and the source is read again', async () => {
    const app = await openWizard();
    await press(app, 'Header in row 1');
    await app.user.click(await screen.findByRole('option', { name: 'none' }));
    await waitFor(() => expect(lastCall(app, 'import_preview')).toMatchObject({ options: { header_row: 0 } }));
    await screen.findByRole('button', { name: 'Header none' });
    within(await firstRows()).getByText('Column 1');
  });

  it('of a text file is its encoding and delimiter too', async () => {
    const app = await openWizard({}, ['/a/members.csv']);
    await press(app, 'Encoding UTF-8 · all languages');
    await app.user.click(await screen.findByRole('option', { name: /windows-1255/ }));
    await screen.findByRole('button', { name: 'Encoding windows-1255 · Hebrew' });
    await press(app, 'Columns separated by semicolons');
    await app.user.click(await screen.findByRole('option', { name: 'tabs' }));
    await waitFor(() =>
      expect(lastCall(app, 'import_preview')).toMatchObject({ options: { encoding: 'windows-1255', delimiter: '\t' } }),
    );
  });
});

describe('pasted rows', () => {
  it('are read as they are typed, and go on like a file', async () => {
    const app = renderApp('/imports');
    await act(async () => openImport({ kind: 'paste' }));
    await expectAccessible();
    await app.user.click(screen.getByRole('textbox', { name: 'Rows to import' }));
    await app.user.paste('Name\tE-mail\nNoa Levi\tnoa@harbour.example');
    await screen.findByRole('region', { name: /first row/ });
    await goOn(app);
    await goOn(app);
    await screen.findByText('Which groups do these contacts join?');
    await goOn(app);
    await screen.findByText('1 row checked');
    expect((lastCall(app, 'import_rehearse') as ImportRequest).source).toEqual({
      kind: 'text',
      text: 'Name\tE-mail\nNoa Levi\tnoa@harbour.example',
    });
  });

  it('have examples to start from', async () => {
    const app = renderApp('/imports');
    await act(async () => openImport({ kind: 'paste' }));
    await press(app, 'Try it: Only e-mails or numbers, one a line');
    await screen.findByRole('region', { name: /first 2 rows/ });
  });
});
