// The last stage: the rehearsal and its rows, cells corrected in place, the import with progress, cancel and errors, and
// what can be done once it is through.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Failure } from '@/ipc/failure';
import { expectAccessible } from '@/test/renderApp';
import { atGroups, atSummary, goOn, lastCall, type Opened, press } from '../testing';

// Between the count and its word stands a line break that only layout knows of.
const tile = (count: string, word: string) => screen.getByRole('button', { name: new RegExp(`^${count} ?${word}`) });
const importIt = (app: Opened) => press(app, 'Import 1,196 contacts, update 2');
const isDisabled = (button: HTMLElement) => button.hasAttribute('disabled');

describe('the rehearsal', () => {
  it('counts every row once, and each tile opens its rows', async () => {
    const app = await atSummary();
    tile('1,196', 'new contacts');
    tile('2', 'updated');
    tile('2', 'unchanged');
    tile('1', 'repeated in the file');
    tile('3', 'not imported');
    const problems = screen.getByRole('region', { name: '3 rows can’t be imported as they are' });
    within(problems).getByText('Too short for a phone number');
    within(problems).getByText('A contact needs at least one');
    await expectAccessible();
    await app.user.click(tile('1,196', 'new contacts'));
    const created = await screen.findByRole('region', { name: '1,196 rows become new contacts' });
    screen.getByText('the first 500 are shown');
    expect(within(created).getAllByRole('rowheader')).toHaveLength(100);
    await press(app, 'Show 100 more');
    expect(within(created).getAllByRole('rowheader')).toHaveLength(200);
  });

  it('tells of repaired numbers and of details that become notes, and shows these', async () => {
    const app = await atSummary();
    screen.getByText('199 numbers repaired that a spreadsheet had damaged');
    screen.getByText('1 detail that could not be read, kept as a note');
    await press(app, 'Show them');
    const noted = screen.getByRole('region', { name: '1 row with a detail that will be kept as a note' });
    expect((within(noted).getByRole('textbox', { name: 'Mobile, row 502' }) as HTMLInputElement).value).toBe('0151 23');
  });

  it('is made again with corrected cells, which are kept', async () => {
    const app = await atSummary();
    const cell = screen.getByRole('textbox', { name: 'E-mail, row 403' });
    await app.user.clear(cell);
    await app.user.type(cell, 'anna@berg.example{Enter}');
    expect(screen.queryByRole('button', { name: /^Import 1/ })).toBeNull();
    await press(app, 'Check again');
    await screen.findByRole('button', { name: /^2 ?not imported/ });
    expect(lastCall(app, 'import_rehearse')).toMatchObject({
      edits: [{ row: 403, position: 4, value: 'anna@berg.example' }],
    });
    screen.getByText('1 cell corrected');
    await press(app, 'Import 1,197 contacts, update 2');
    await screen.findByText('1,204 rows read, every one accounted for');
    expect(lastCall(app, 'import_run')).toMatchObject({ edits: [{ row: 403, position: 4 }] });
  });

  it('opens a row without a phone or e-mail, so that it can be given one', async () => {
    const app = await atSummary();
    await press(app, 'All cells of row 772');
    const cells = screen.getByRole('list', { name: 'Cells of row 772' });
    await app.user.type(within(cells).getByRole('textbox', { name: 'E-mail, row 772' }), 'george@quill.example');
    await app.user.tab();
    screen.getByText('1 cell corrected');
    await expectAccessible();
  });

  it('gives up a correction on Escape without closing the wizard', async () => {
    const app = await atSummary();
    const cell = screen.getByRole('textbox', { name: 'E-mail, row 403' }) as HTMLInputElement;
    await app.user.type(cell, 'berg.example{Escape}');
    expect(cell.value).toBe('anna@');
    expect(screen.queryByText('1 cell corrected')).toBeNull();
  });

  it('is made again when something was changed before it', async () => {
    const app = await atSummary();
    const rehearsals = () => app.double.calls.filter(({ name }) => name === 'import_rehearse').length;
    expect(rehearsals()).toBe(1);
    await press(app, 'Back');
    await press(app, 'Use the file’s name: members');
    await press(app, 'Continue');
    await waitFor(() => expect(rehearsals()).toBe(2));
  });

  it('says what stopped it, and can be tried again', async () => {
    let busy = true;
    const busyOnce = () => {
      if (!busy) throw new Failure('file_changed', 'The file has changed.', 'Look at it again.');
      busy = false;
      throw new Failure('busy', 'Busy.');
    };
    const app = await atGroups({ handlers: { import_rehearse: busyOnce } });
    await goOn(app);
    expect((await screen.findByRole('alert')).textContent).toContain(
      'being written by an import or by another program',
    );
    await press(app, 'Check again');
    await screen.findByRole('button', { name: 'Look at the file again' });
  });
});

describe('the import', () => {
  it('shows how far it is, and a cancelled one changed nothing and can be started again', async () => {
    const app = await atSummary();
    app.double.holding = (name) => name === 'import_run';
    await importIt(app);
    await waitFor(() => expect(app.double.held).toHaveLength(1));
    const [held] = app.double.held;
    held?.progress({ stage: 'importing', done: 512, fraction: 0.42, per_second: 4100, seconds_left: 17 });
    await screen.findByText('512 rows · 4,100 a second · 17 sec left');
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('42');
    await expectAccessible();
    await press(app, 'Cancel the import');
    await screen.findByText('The import was cancelled. Nothing was changed.');
    expect(app.double.state.batches).toEqual([]);
    app.double.holding = null;
    await importIt(app);
    await screen.findByText('1,204 rows read, every one accounted for');
  });

  it('that fails says so and leads back to mend it', async () => {
    const app = await atSummary({
      handlers: {
        import_run: () => {
          throw new Failure('file_changed', 'The file has changed since it was shown.', 'Look at it again.');
        },
      },
    });
    await importIt(app);
    expect((await screen.findByRole('alert')).textContent).toContain('The file has changed since it was shown.');
    await press(app, 'Look at the file again');
    await screen.findByRole('region', { name: /first 20 rows/ });
  });

  it('runs once, though the button is pressed twice', async () => {
    const app = await atSummary();
    app.double.holding = (name) => name === 'import_run';
    const button = screen.getByRole('button', { name: 'Import 1,196 contacts, update 2' });
    await app.user.dblClick(button);
    expect(app.double.calls.filter(({ name }) => name === 'import_run')).toHaveLength(1);
  });
});

describe('once it is done', () => {
  async function done(): Promise<Opened> {
    const app = await atSummary();
    await importIt(app);
    await screen.findByText('1,204 rows read, every one accounted for');
    return app;
  }

  it('the counts are final, with time and batch, and nothing can be edited any more', async () => {
    await done();
    screen.getByText('0.4 sec · batch 8');
    screen.getByRole('region', { name: '3 rows were not imported' });
    expect(screen.queryByRole('textbox')).toBeNull();
    await expectAccessible();
  });

  it('the rejected rows can be saved', async () => {
    const app = await done();
    await press(app, 'Save the 3 rows …');
    await screen.findByText('3 rows saved in members.rejected.xlsx');
    expect(lastCall(app, 'import_rejects_save')).toEqual({ batch: 8, path: '/home/office/members.rejected.xlsx' });
  });

  it('the new contacts can be shown', async () => {
    const app = await done();
    await press(app, 'Show the new contacts');
    expect(app.address()).toBe('/contacts?batch=8');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('it can be undone, and what was kept is named with its reason', async () => {
    const app = await atSummary({
      handlers: {
        undo: () => ({
          batch: 8,
          operation: 'import_run',
          reversed: 1195,
          others: { organizations: 0, fields: 0, groups: 0, tags: 0, views: 0 },
          without_organization: 0,
          kept: [{ id: 2, reason: 'edited since' }],
        }),
      },
    });
    await importIt(app);
    await press(app, 'Undo this import');
    await screen.findByText('This import was undone');
    screen.getByText('1,195 contacts are as they were before the import.');
    const kept = screen.getByRole('list', { name: 'Contacts that were kept' });
    await within(kept).findByRole('button', { name: 'Noa Levi' });
    within(kept).getByText('edited since');
    expect(screen.queryByRole('button', { name: 'Undo this import' })).toBeNull();
    expect(isDisabled(screen.getByRole('button', { name: 'Save the 3 rows …' }))).toBe(false);
    await expectAccessible();
  });
});
