// What is recognized about a whole file: the program that it comes from, and text that was once read in a wrong encoding.
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';
import { openImport } from '../start';
import { lastCall, type Opened, press } from '../testing';

async function pasted(rows: string): Promise<Opened> {
  const app = renderApp('/imports');
  await act(async () => openImport({ kind: 'paste' }));
  await app.user.click(await screen.findByRole('textbox', { name: 'Rows to import' }));
  await app.user.paste(rows);
  await screen.findByRole('region', { name: /first/ });
  return app;
}

it('names the program that the header is from, and reads it as another or none', async () => {
  const app = await pasted('Name,Weitere Straße,E-mail\nNoa,x,noa@levi.example');
  await press(app, 'Outlook, German 1 of 3 columns known');
  await expectAccessible();
  await app.user.click(await screen.findByRole('option', { name: /Google Contacts, new/ }));
  await waitFor(() => expect(lastCall(app, 'import_preview')).toMatchObject({ dialect: 'google:new' }));
  await press(app, 'Google Contacts, new 1 of 3 columns known');
  await app.user.click(await screen.findByRole('option', { name: /no known program/ }));
  await screen.findByRole('button', { name: 'From no known program' });
});

it('shows garbled text as it is and as it would be, and repairs it on consent', async () => {
  const app = await pasted('Name,E-mail\nKÃ¤the,kaethe@levi.example');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('KÃ¤the becomes Käthe');
  await expectAccessible();
  await press(app, 'Repair the text');
  await waitFor(() => expect(lastCall(app, 'import_preview')).toMatchObject({ options: { repair_text: true } }));
  await screen.findByText('Text that was read in a wrong encoding is repaired');
  await press(app, 'Leave it as it is');
  await screen.findByRole('button', { name: 'Repair the text' });
});
