// What the columns' values are read as: names taken apart, columns joined, countries that aren't understood.
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ImportRequest } from '@/ipc/bindings';
import { expectAccessible, renderApp } from '@/test/renderApp';
import { openImport } from '../start';
import { goOn, lastCall, type Opened, press } from '../testing';

async function pasted(rows: string): Promise<Opened> {
  const app = renderApp('/imports');
  await act(async () => openImport({ kind: 'paste' }));
  await app.user.click(await screen.findByRole('textbox', { name: 'Rows to import' }));
  await app.user.paste(rows);
  await screen.findByRole('region', { name: /first/ });
  await goOn(app);
  await screen.findByRole('region', { name: 'Columns of the file' });
  return app;
}

async function pick(app: Opened, name: string): Promise<void> {
  await app.user.click(within(await screen.findByRole('listbox')).getByRole('option', { name }));
}

const asked = (app: Opened) => (lastCall(app, 'import_values') as ImportRequest).mapping;

describe('names in one piece', () => {
  it('are shown as they are taken apart, and can be left whole', async () => {
    const app = await pasted('Name,E-mail\nNoa Levi,noa@levi.example');
    await press(app, 'Name: Taken apart');
    const panel = within(await screen.findByRole('dialog', { name: 'Name' }));
    expect(panel.getByText('First name').parentElement?.textContent).toBe('First nameNoa');
    await expectAccessible();
    await app.user.click(panel.getByRole('checkbox', { name: 'Take apart where it is certain' }));
    await waitFor(() => expect(asked(app)[0]).toMatchObject({ split: false }));
    await app.user.keyboard('{Escape}');
    await screen.findByRole('button', { name: 'Name: In one piece' });
  });
});

describe('two columns for one field', () => {
  it('are joined with what is chosen to stand between', async () => {
    const app = await pasted('Street,No,E-mail\nHauptstr.,5,noa@levi.example');
    await press(app, /^No /);
    await app.user.click(await screen.findByRole('menuitemradio', { name: 'Street, has Street' }));
    await press(app, 'Join the two');
    await press(app, 'No: Joined to Street');
    await screen.findByText('Hauptstr. 5', { selector: 'dd bdi' });
    await press(app, /Between the two/);
    await pick(app, 'a comma');
    await waitFor(() => expect(asked(app)[1]).toMatchObject({ field: 'street', separator: ', ' }));
  });
});

describe('values of a list', () => {
  it('that are not understood stand out, are warned of, and are given a meaning', async () => {
    const app = await pasted('Name,E-mail,Country\nNoa,noa@levi.example,Narnia\nTom,tom@levi.example,Israel');
    await screen.findByRole('button', { name: 'Country: 1 value not understood' });
    await goOn(app);
    expect((await screen.findByRole('alert')).textContent).toContain('Some values of “Country” are not understood');
    await press(app, 'Country: 1 value not understood');
    await expectAccessible();
    await press(app, /Meaning of “Narnia”/);
    await pick(app, 'United Kingdom');
    await waitFor(() => expect(asked(app)[2]?.values).toEqual([{ value: 'Narnia', becomes: 'GB' }]));
    await press(app, /Meaning of “Israel”/);
    await pick(app, 'Leave out');
    await app.user.keyboard('{Escape}');
    await screen.findByRole('button', { name: 'Country: All 2 values understood' });
    expect(asked(app)[2]?.values).toContainEqual({ value: 'Israel', becomes: null });
  });
});
