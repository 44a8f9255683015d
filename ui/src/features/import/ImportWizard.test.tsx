// The wizard as a whole: opening and closing it, what it keeps from the screen beneath, the next of several files, Hebrew.
import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { setPreferences } from '@/frame/preferences';
import { expectAccessible, renderApp } from '@/test/renderApp';
import { openFiles } from './start';
import { atFields, atSummary, goOn, lastCall, openWizard, press } from './testing';

describe('the wizard', () => {
  it('can be given up at any stage, and taken up again where it was', async () => {
    const app = await atFields();
    await app.user.click(screen.getByRole('button', { name: /^Shoe size/ }));
    await app.user.click(await screen.findByRole('menuitemradio', { name: 'Notes' }));
    await press(app, 'Cancel');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(lastCall(app, 'import_run')).toBeUndefined();
    await press(app, 'Take it up again');
    await screen.findByRole('button', { name: 'Shoe size Notes' });
  });

  it('closes on Escape', async () => {
    const app = await openWizard();
    await app.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('keeps the commands of the screen beneath from running', async () => {
    const app = await openWizard();
    await app.user.keyboard('{Control>}z{/Control}');
    expect(lastCall(app, 'undo')).toBeUndefined();
  });

  it('says which stage is shown', async () => {
    await atFields();
    const steps = screen.getByRole('list', { name: 'Stages of the import' });
    expect(steps.querySelector('[aria-current="step"]')?.textContent).toContain('Fields');
  });

  it('offers the next of several files once the first is imported', async () => {
    const app = await openWizard({}, ['/a/members.xlsx', '/a/more.xlsx']);
    for (let step = 0; step < 4; step += 1) await goOn(app);
    await press(app, /^Import 1,196/);
    await press(app, 'Import more.xlsx');
    await screen.findByRole('heading', { name: 'Import more.xlsx' });
  });

  it('does not take another file while one is being written', async () => {
    const app = await atSummary();
    app.double.holding = (name) => name === 'import_run';
    await press(app, /^Import 1,196/);
    await act(async () => openFiles(['/a/other.xlsx']));
    await screen.findByText(/An import is being written/);
    screen.getByRole('heading', { name: 'Import members.xlsx' });
  });
});

describe('in Hebrew', () => {
  it('speaks Hebrew at every stage, and about files that can’t be read', async () => {
    setPreferences({ language: 'he' });
    const app = renderApp('/imports');
    await act(async () => openFiles(['/a/damaged.xlsx']));
    expect((await screen.findByRole('alert')).textContent).toContain('הקובץ פגום או קטוע.');
    await act(async () => openFiles(['/a/members.xlsx']));
    const next = async () => {
      await waitFor(() => expect(screen.getByRole('button', { name: /^המשך/ }).hasAttribute('disabled')).toBe(false));
      await press(app, /^המשך/);
    };
    await next();
    await screen.findByRole('button', { name: 'Surname שם משפחה' });
    await next();
    expect((await screen.findByRole('alert')).textContent).toContain('עמודה אחת תישאר בחוץ');
    await next();
    await screen.findByText('לאילו קבוצות מצטרפים אנשי הקשר?');
    await next();
    await screen.findByText('אין טלפון ואין דוא״ל');
    await expectAccessible();
  });
});
