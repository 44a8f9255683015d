// The third stage: new groups, existing ones, none; and that it is skipped where a column says it.
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ImportRequest } from '@/ipc/bindings';
import { expectAccessible } from '@/test/renderApp';
import { atFields, atGroups, goOn, lastCall, type Opened, press } from '../testing';

async function groupsSent(app: Opened): Promise<string[]> {
  await goOn(app);
  await screen.findByText('1,204 rows checked');
  return (lastCall(app, 'import_rehearse') as ImportRequest).groups;
}

describe('the groups', () => {
  it('may be none', async () => {
    const app = await atGroups();
    await expectAccessible();
    expect(await groupsSent(app)).toEqual([]);
  });

  it('may be new ones and existing ones together', async () => {
    const app = await atGroups();
    await app.user.type(screen.getByRole('textbox', { name: 'Name' }), 'Summer fair{Enter}');
    await app.user.type(screen.getByRole('textbox', { name: 'Find a group' }), 'boa');
    await app.user.click(screen.getByRole('option', { name: /Board/ }));
    screen.getByRole('row', { name: /Summer fair/ });
    await expectAccessible();
    expect(await groupsSent(app)).toEqual(['Summer fair', 'Board']);
  });

  it('are never made twice: a name that exists means the existing group', async () => {
    const app = await atGroups();
    await app.user.type(screen.getByRole('textbox', { name: 'Name' }), 'board');
    screen.getByText('“Board” exists already and will be used.');
    await press(app, 'Choose the group');
    expect(await groupsSent(app)).toEqual(['Board']);
  });

  it('are suggested by the file’s name, and can be taken back', async () => {
    const app = await atGroups();
    await press(app, 'Use the file’s name: members');
    await press(app, 'Remove Members');
    expect(await groupsSent(app)).toEqual([]);
  });

  it('are skipped, and the stepper says so, where a column names them', async () => {
    const app = await atFields();
    await app.user.click(screen.getByRole('button', { name: /^Shoe size/ }));
    await app.user.click(await screen.findByRole('menuitemradio', { name: 'Groups' }));
    await screen.findByText('Groups from a column');
    await goOn(app);
    await goOn(app);
    await screen.findByText('1,204 rows checked');
    await press(app, 'Back');
    await screen.findByRole('region', { name: 'Columns of the file' });
  });
});
