// The ways into the wizard that its tests share: opened with files, or at a later stage as if it had been walked to.
import { act, screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { Preview } from '@/ipc/bindings';
import type { DoubleOptions } from '@/ipc/double';
import { renderApp } from '@/test/renderApp';
import { reduce } from './model/reducer';
import { type Stage, startState } from './model/state';
import { openFiles, openImport } from './start';

export type Opened = ReturnType<typeof renderApp>;

const FILE = '/home/office/members.xlsx';

/** Opens the wizard with files. */
export async function openWizard(options: DoubleOptions = {}, paths = [FILE]): Promise<Opened> {
  const app = renderApp('/imports', options);
  await act(async () => openFiles(paths));
  await screen.findByRole('dialog');
  return app;
}

async function openAt(stage: Stage, options: DoubleOptions = {}): Promise<Opened> {
  const app = renderApp('/imports', options);
  const input = { source: { kind: 'file', path: FILE }, options: {}, rows: 20, raw: false };
  const preview = (await app.double.call('import_preview', input, null, () => {})) as Preview;
  const looked = reduce(startState({ paths: [FILE] }), { type: 'previewed', preview });
  await act(async () => openImport({ kind: 'again', state: { ...looked, stage, country: 'GB' } }));
  return app;
}

export const press = async ({ user }: Opened, name: string | RegExp) =>
  user.click(await screen.findByRole('button', { name }));

/** Presses Continue as soon as it can be pressed. */
export async function goOn(app: Opened): Promise<void> {
  const name = /^Continue/;
  await waitFor(() => expect(screen.getByRole('button', { name }).hasAttribute('disabled')).toBe(false));
  await press(app, name);
}

export async function atFields(options?: DoubleOptions): Promise<Opened> {
  const app = await openAt('fields', options);
  await screen.findByRole('region', { name: 'Columns of the file' });
  return app;
}

export async function atGroups(options?: DoubleOptions): Promise<Opened> {
  const app = await openAt('groups', options);
  await screen.findByText('None: the contacts are imported without a group.');
  return app;
}

/** With the rehearsal done. */
export async function atSummary(options?: DoubleOptions): Promise<Opened> {
  const app = await openAt('summary', options);
  await screen.findByText('1,204 rows checked');
  return app;
}

/** The input of the latest call of an operation or shell command. */
export const lastCall = ({ double }: Opened, name: string) =>
  double.calls.findLast((call) => call.name === name)?.input;
