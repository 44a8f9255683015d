import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Examined } from '@/ipc/bindings';
import { Double, EXAMINED } from '@/ipc/double';
import { setTransport } from '@/ipc/transport';
import { expectAccessible } from '@/test/renderApp';
import { RescueScreen } from './RescueScreen';

const BACKUP = {
  name: 'a.roster',
  at: '2026-11-22T10:02:00Z',
  why: 'import',
  bytes: 1_000_000,
  contacts: 204,
  organizations: 3,
  groups: 2,
  readable: true,
} as const;

function show(examined: Partial<Examined>, shell: Record<string, () => unknown> = {}) {
  setTransport(new Double({ shell }));
  const onOpened = vi.fn();
  render(<RescueScreen examined={{ ...EXAMINED, ...examined }} onOpened={onOpened} />);
  return { onOpened, user: userEvent.setup() };
}

test('the newest backup is offered first, and opens', async () => {
  const { onOpened, user } = show({ backups: [BACKUP] }, { rescue_restore: () => ({ file: 'a.roster' }) });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('can’t be opened');
  expect(screen.getByText(/204 contacts/)).toBeInTheDocument();
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: /Restore the backup of/ }));
  expect(onOpened).toHaveBeenCalled();
});

test('what was lost is told before work goes on', async () => {
  const salvaged = {
    file: '/home/office/saved.roster',
    contacts: 190,
    lost: [{ table: 'points', saved: 300, rows: 4, more: true }],
    problems: [],
  };
  const { onOpened, user } = show({}, { rescue_salvage: () => salvaged });
  await user.click(screen.getByRole('button', { name: /Save into a new workspace/ }));
  await screen.findByText('190 contacts were saved');
  expect(screen.getByText('Phones and e-mails')).toBeInTheDocument();
  expect(screen.getByText(/4 lost/)).toBeInTheDocument();
  expect(onOpened).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Go on in the new workspace' }));
  expect(onOpened).toHaveBeenCalled();
});

test('a file of a newer Roster is not read row by row', () => {
  show({ trouble: 'newer' });
  expect(screen.getByText(/newer Roster/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Save into/ })).toBeNull();
});

test('a backup that fails says why, and the other ways stay', async () => {
  const fail = () => {
    throw { code: 'disk_full', message: 'The disk is full.', hint: null, params: {} };
  };
  const { onOpened, user } = show({ backups: [BACKUP] }, { rescue_restore: fail });
  await user.click(screen.getByRole('button', { name: /Restore the backup of/ }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full');
  expect(onOpened).not.toHaveBeenCalled();
  expect(screen.getByRole('button', { name: /Open another/ })).toBeEnabled();
});
