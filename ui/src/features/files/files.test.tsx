// Files of contacts and organizations: attaching by picker and by drop, what can be done with one, and what is said when a
// content is gone.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';

const WITH_FILES = '/contacts/2?sort=created&desc=1';
const WITHOUT = '/contacts/3?sort=created&desc=1';

async function openTab(at: string, options: Parameters<typeof renderApp>[1] = {}) {
  const page = renderApp(at, options);
  await page.user.click(await screen.findByRole('tab', { name: /^Files/ }));
  return page;
}

const list = () => screen.findByRole('grid', { name: 'Files' });
const row = async (name: string | RegExp) => within(await list()).findByRole('row', { name });
const inputs = (double: Awaited<ReturnType<typeof openTab>>['double'], name: string) =>
  double.calls.filter((call) => call.name === name).map(({ input }) => input);

async function choose(page: Awaited<ReturnType<typeof openTab>>, file: string, action: string) {
  await page.user.click(await screen.findByRole('button', { name: `Actions for ${file}` }));
  await page.user.click(await screen.findByRole('menuitem', { name: action }));
}

describe('the files of a contact', () => {
  it('are listed with size, day and who attached them, and with what is wrong', async () => {
    await openTab(WITH_FILES);
    expect(screen.getByRole('tab', { name: 'Files 6' })).toBeVisible();
    const first = await row(/Membership form/);
    expect(first).toHaveTextContent(/482 kB · Nov 20 · dana/);
    expect(await row(/Invoices and payments/)).toHaveTextContent('Changed since it was attached');
    expect(await row(/מכתב/)).toHaveTextContent('Missing. Attach the same file again, or restore a backup.');
    await expectAccessible();
  });

  it('say what belongs there while there are none', async () => {
    const { double, user } = await openTab(WITHOUT);
    expect(await screen.findByText('No files yet')).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Choose files…' }));
    expect(await screen.findByText('1 file attached')).toBeVisible();
    expect(await row('Contract 2026.pdf')).toBeVisible();
    const owner = { kind: 'contact', id: 3 };
    expect(inputs(double, 'files_attach')).toEqual([{ owner, paths: ['/home/office/Contract 2026.pdf'] }]);
  });

  it('take whatever is dropped while their tab is shown, a picture too, and say what they refuse', async () => {
    const { double, user } = await openTab(WITHOUT);
    await screen.findByText('No files yet');
    double.emit('drag', 'enter');
    expect(await screen.findByText(/^Drop to attach to /)).toBeVisible();
    double.emit('files', ['/home/x/portrait.jpg', '/home/x/people.csv', '/home/x/Photos']);
    expect(await screen.findByText('2 files attached')).toBeVisible();
    expect(await row('people.csv')).toBeVisible();
    const alerts = screen.getAllByRole('alert');
    const refusal = alerts.find((alert) => alert.textContent?.includes('1 file could not be attached'));
    expect(refusal).toHaveTextContent('Photos: a folder can’t be attached');
    await expectAccessible();
    await user.click(within(refusal as HTMLElement).getByRole('button', { name: 'Close' }));
    expect(refusal).not.toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
    // A file that is opened with Roster is to be imported, whatever is shown.
    double.emit('handed', ['/home/x/people.csv']);
    const wizard = await screen.findByRole('dialog');
    await user.click(within(wizard).getByRole('button', { name: 'Cancel' }));
    // The wizard, once it is open, takes what is dropped on it.
    await user.click(screen.getByRole('tab', { name: 'Details' }));
    double.emit('files', ['/home/x/people.csv']);
    expect(await screen.findByRole('dialog')).toBeVisible();
  });

  it('are removed at once, and Undo brings them back', async () => {
    const page = await openTab(WITH_FILES);
    await choose(page, 'Notes of the first meeting.txt', 'Remove');
    expect(await screen.findByText('Notes of the first meeting.txt was removed')).toBeVisible();
    await waitFor(async () => expect(within(await list()).getAllByRole('row')).toHaveLength(5));
    await page.user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await row(/Notes of the first/)).toBeVisible();
  });

  it('are opened, previewed, renamed and removed by keyboard alone', async () => {
    const { double, user } = await openTab(WITH_FILES);
    (await row(/Membership form/)).focus();
    await user.keyboard('{Enter}');
    expect(inputs(double, 'open_attached')).toEqual([{ id: 1 }]);
    await user.keyboard('{ArrowDown} ');
    const look = await screen.findByRole('dialog', { name: 'Portrait for the yearbook.jpg' });
    expect(await within(look).findByRole('img')).toBeVisible();
    await expectAccessible();
    await user.keyboard('{Escape}');
    await waitFor(async () => expect(await row(/Portrait/)).toHaveFocus());
    await user.keyboard('{F2}');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'a/b{Enter}');
    expect(await screen.findByText(/can't be called/)).toBeVisible();
    await user.clear(name);
    await user.type(name, 'Portrait{Enter}');
    expect(await row('Portrait.jpg')).toBeVisible();
    (await row('Portrait.jpg')).focus();
    await user.keyboard('{Delete}');
    expect(await screen.findByText('Portrait.jpg was removed')).toBeVisible();
  });

  it('are saved as a copy, which can be shown in its folder', async () => {
    const page = await openTab(WITH_FILES);
    await choose(page, 'Notes of the first meeting.txt', 'Save a copy…');
    const path = '/home/office/Notes of the first meeting.txt';
    await page.user.click(await screen.findByRole('button', { name: 'Show in folder' }));
    expect(inputs(page.double, 'file_save')).toEqual([{ id: 4, path }]);
    expect(inputs(page.double, 'reveal')).toEqual([{ path }]);
  });

  it('never run: a program is saved, not opened', async () => {
    const { double, user } = await openTab(WITH_FILES);
    await user.click(await row('setup.exe'));
    expect(await screen.findByText(/Roster doesn’t open programs/)).toBeVisible();
    expect(inputs(double, 'open_attached')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Save a copy…' }));
    await waitFor(() => expect(inputs(double, 'file_save')).toHaveLength(1));
  });

  it('can be cancelled while they are copied', async () => {
    const { double, user } = await openTab(WITHOUT);
    double.holding = (name) => name === 'files_attach';
    await user.click(await screen.findByRole('button', { name: 'Choose files…' }));
    await waitFor(() => expect(double.held).toHaveLength(1));
    double.held[0]?.progress({ stage: 'copying', done: 5, fraction: 0.5, per_second: null, seconds_left: null });
    expect(await screen.findByRole('progressbar', { name: 'Attaching…' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(screen.getByText('No files yet')).toBeVisible();
  });

  it('are read where somebody may have been at a content, and only then', async () => {
    const { double } = await openTab(WITH_FILES);
    await list();
    expect(inputs(double, 'files_verify')).toEqual([]);
  });
});

describe('the files of an organization', () => {
  it('are its own', async () => {
    await openTab('/organizations/2');
    expect(await row(/מכתב/)).toBeVisible();
    expect(within(await list()).getAllByRole('row')).toHaveLength(3);
    await expectAccessible();
  });
});
