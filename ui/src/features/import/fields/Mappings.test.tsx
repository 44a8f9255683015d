// Mappings with a name: saved, taken for another file, renamed, deleted.
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectAccessible } from '@/test/renderApp';
import { atFields, lastCall, press } from '../testing';

it('saves a mapping by name, renames and deletes it', async () => {
  const app = await atFields();
  await press(app, 'Mapping as proposed');
  await app.user.type(await screen.findByRole('textbox', { name: 'Save this mapping as' }), 'Members');
  await press(app, 'Save');
  await screen.findByRole('radio', { name: /^Members/ });
  expect(lastCall(app, 'mapping_save')).toMatchObject({ name: 'Members' });
  await waitFor(() => expect(lastCall(app, 'import_preview')).toMatchObject({ named: 'Members' }));
  await expectAccessible();
  await press(app, 'Rename Members');
  const field = await screen.findByRole('textbox', { name: 'New name' });
  await app.user.clear(field);
  await app.user.type(field, 'People{Enter}');
  await press(app, 'Delete People');
  await waitFor(() => expect(screen.queryByRole('radio', { name: /^People/ })).toBeNull());
});
