import { render, renderHook, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setPreferences } from '@/frame/preferences';
import { Double } from '@/ipc/double';
import { setTransport } from '@/ipc/transport';
import { expectAccessible, renderApp } from '@/test/renderApp';
import { useIdleLock } from './idle';
import { LockScreen } from './LockScreen';

const WRONG = { code: 'wrong_passphrase', message: 'Wrong.', hint: null, params: {} };

function locked(unlock: (passphrase: string) => unknown) {
  const double = new Double({ shell: { unlock_workspace: ({ passphrase }) => unlock(String(passphrase)) } });
  setTransport(double);
  const onOpened = vi.fn();
  render(<LockScreen path="/home/office/contacts.roster" onOpened={onOpened} />);
  return { double, onOpened, user: userEvent.setup() };
}

test('a locked workspace asks for its passphrase and opens with the right one', async () => {
  const { onOpened, user } = locked((passphrase) => {
    if (passphrase !== 'correct horse') throw WRONG;
    return null;
  });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('contacts is locked');
  expect(screen.getByRole('button', { name: 'Unlock' })).toBeDisabled();
  await expectAccessible();
  const field = screen.getByLabelText('Passphrase');
  expect(field).toHaveFocus();
  await user.type(field, 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('not the passphrase');
  expect(onOpened).not.toHaveBeenCalled();
  await user.clear(field);
  await user.type(field, 'correct horse{Enter}');
  expect(onOpened).toHaveBeenCalledOnce();
});

test('a passphrase is set only when it was typed twice and its meaning was taken note of', async () => {
  const { double, user } = renderApp('/settings');
  await user.click(await screen.findByRole('button', { name: /Set a passphrase/ }));
  const dialog = within(await screen.findByRole('dialog'));
  const set = dialog.getByRole('button', { name: 'Set a passphrase' });
  expect(set).toBeDisabled();
  await user.click(dialog.getByRole('checkbox'));
  await user.type(dialog.getByLabelText('New passphrase'), 'short');
  await user.click(set);
  expect(dialog.getByText(/At least 8 characters/)).toBeInTheDocument();
  await user.type(dialog.getByLabelText('New passphrase'), ' no more');
  await user.type(dialog.getByLabelText('New passphrase, again'), 'short no mor');
  await user.click(set);
  expect(dialog.getByText('The two are not the same.')).toBeInTheDocument();
  await expectAccessible();
  await user.type(dialog.getByLabelText('New passphrase, again'), 'e');
  await user.click(set);
  expect(await screen.findByText('The workspace is encrypted')).toBeInTheDocument();
  const given = double.calls.filter((call) => call.name === 'passphrase_change').map((call) => call.input);
  expect(given).toEqual([{ present: null, next: 'short no more' }]);
});

test('whoever changes or removes it has to know it', async () => {
  const { double, user } = renderApp('/settings', {
    shell: { lock_state: () => ({ locked: null, encrypted: true }) },
  });
  await user.click(await screen.findByRole('button', { name: /Remove the passphrase/ }));
  const dialog = within(await screen.findByRole('dialog'));
  const remove = dialog.getByRole('button', { name: 'Remove the passphrase' });
  expect(remove).toBeDisabled();
  await user.type(dialog.getByLabelText('Present passphrase'), 'correct horse');
  await user.click(remove);
  expect(await screen.findByText('The passphrase was removed')).toBeInTheDocument();
  expect(double.calls).toContainEqual({ name: 'passphrase_change', input: { present: 'correct horse', next: null } });
});

test('locking is asked of the shell, and leads to the settings where there is nothing to lock', async () => {
  const { double, user, address } = renderApp('/contacts');
  await screen.findByRole('grid');
  await user.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
  await vi.waitFor(() => expect(address()).toBe('/settings'));
  expect(double.calls.filter((call) => call.name === 'lock_workspace')).toHaveLength(1);
});

describe('minutes in which nobody touches the window', () => {
  const MINUTES = 60_000;
  const locks = (double: Double) => double.calls.filter(({ name }) => name === 'lock_workspace').length;

  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    setPreferences({ lockAfter: 15 });
  });

  function watched() {
    const double = new Double();
    setTransport(double);
    renderHook(() => useIdleLock());
    return double;
  }

  test('lock it, and any hand on it begins them anew', async () => {
    const double = watched();
    await vi.advanceTimersByTimeAsync(14 * MINUTES);
    for (const sign of ['pointermove', 'keydown', 'wheel']) window.dispatchEvent(new Event(sign));
    await vi.advanceTimersByTimeAsync(14 * MINUTES);
    expect(locks(double)).toBe(0);
    await vi.advanceTimersByTimeAsync(MINUTES);
    expect(locks(double)).toBe(1);
  });

  test('are as many as the settings say, and none where they say never', async () => {
    setPreferences({ lockAfter: 1 });
    const double = watched();
    await vi.advanceTimersByTimeAsync(MINUTES);
    expect(locks(double)).toBe(1);
    setPreferences({ lockAfter: 0 });
    const never = watched();
    await vi.advanceTimersByTimeAsync(60 * MINUTES);
    expect(locks(never)).toBe(0);
  });

  test('are waited for again while something is under way', async () => {
    let isBusy = true;
    const double = new Double({
      shell: {
        lock_workspace: () => {
          if (isBusy) throw { code: 'job_under_way', message: '', hint: null, params: {} };
          return true;
        },
      },
    });
    setTransport(double);
    renderHook(() => useIdleLock());
    await vi.advanceTimersByTimeAsync(15 * MINUTES);
    isBusy = false;
    await vi.advanceTimersByTimeAsync(15 * MINUTES);
    expect(locks(double)).toBe(2);
  });
});
