// An import that goes on in the background: shown in the sidebar, brought back, cancelled there, and told of when it ends.
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DoubleOptions } from '@/ipc/double';
import { Failure } from '@/ipc/failure';
import { expectAccessible } from '@/test/renderApp';
import { openFiles } from './start';
import { atSummary, lastCall, type Opened, press } from './testing';

const held = (app: Opened) => app.double.held[0];
const card = () => screen.findByRole('region', { name: 'Import under way' });
const isShut = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

/** An import that is being written, out of the way. */
async function atWork(options?: DoubleOptions): Promise<Opened> {
  const app = await atSummary(options);
  app.double.holding = (name) => name === 'import_run';
  await press(app, /^Import 1,196/);
  await press(app, 'Continue in the background');
  await isShut();
  return app;
}

describe('an import in the background', () => {
  it('shows how far it is, and its end with the way to the new contacts', async () => {
    const app = await atWork();
    await act(async () =>
      held(app)?.progress({ stage: 'importing', done: 600, fraction: 0.5, per_second: 300, seconds_left: 2 }),
    );
    const shown = within(await card());
    shown.getByText('members.xlsx');
    shown.getByText('2 sec left');
    expect(shown.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('50');
    await expectAccessible();
    await act(async () => held(app)?.release());
    await screen.findByText('1,204 rows imported');
    expect(screen.queryByRole('region', { name: 'Import under way' })).toBeNull();
    await press(app, 'Show the new contacts');
    await screen.findByRole('heading', { name: 'Contacts' });
    expect(app.address()).toContain('batch=');
  });

  it('comes back when asked, and goes away on Escape', async () => {
    const app = await atWork();
    await press(app, 'Show the import');
    await screen.findByRole('button', { name: 'Cancel the import' });
    expect(screen.queryByRole('region', { name: 'Import under way' })).toBeNull();
    await app.user.keyboard('{Escape}');
    await isShut();
    await card();
    await act(async () => openFiles(['/a/other.xlsx']));
    await screen.findByRole('heading', { name: 'Import members.xlsx' });
    await act(async () => held(app)?.release());
    await screen.findByText('1,204 rows read, every one accounted for');
  });

  it('is not what Undo takes back', async () => {
    const app = await atWork();
    await app.user.keyboard('{Control>}z{/Control}');
    await screen.findByText('Nothing can be undone while an import is under way');
    expect(lastCall(app, 'undo')).toBeUndefined();
  });

  it('is cancelled from there, and can be taken up again', async () => {
    const app = await atWork();
    await app.user.click(within(await card()).getByRole('button', { name: 'Cancel the import' }));
    await screen.findByText('The import was cancelled. Nothing was changed.');
    await press(app, 'Show the summary');
    await screen.findByText('The rehearsal still holds: you can import at any time.');
  });

  it('says what went wrong, and can be tried again', async () => {
    const changed = () => {
      throw new Failure('file_changed', 'The file has changed since it was shown.', 'Look at it again.');
    };
    const app = await atWork({ handlers: { import_run: changed } });
    await act(async () => held(app)?.release());
    await screen.findByText('The file has changed since it was shown.');
    await press(app, 'Show the summary');
    await screen.findByText('1,204 rows checked');
  });
});
