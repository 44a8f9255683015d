import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Double } from '@/ipc/double';
import { OFFICE, PIN, setStaff } from '@/ipc/double/staff';
import { setTransport } from '@/ipc/transport';
import { expectAccessible, renderApp } from '@/test/renderApp';
import { WhoScreen } from './WhoScreen';

function asked() {
  const double = new Double();
  setStaff(double.state, { people: OFFICE, here: null });
  setTransport(double);
  const onEntered = vi.fn();
  render(<WhoScreen people={OFFICE} onEntered={onEntered} />);
  return { onEntered, user: userEvent.setup() };
}

test('whoever has no PIN is there with a click', async () => {
  const { onEntered, user } = asked();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Who is here?');
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Ada Byron Reader' }));
  await waitFor(() => expect(onEntered).toHaveBeenCalledOnce());
});

test('a PIN is asked for, and a wrong one refused', async () => {
  const { onEntered, user } = asked();
  await user.click(screen.getByRole('button', { name: 'Noa Levi Owner' }));
  await user.type(screen.getByLabelText('PIN'), '1111{Enter}');
  await screen.findByText(/That is not the PIN of Noa Levi\./);
  await expectAccessible();
  expect(onEntered).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Somebody else' }));
  expect(screen.queryByRole('alert')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Noa Levi Owner' }));
  expect(screen.queryByRole('alert')).toBeNull();
  await user.type(screen.getByLabelText('PIN'), `${PIN}{Enter}`);
  await waitFor(() => expect(onEntered).toHaveBeenCalledOnce());
});

test('the first profile is one’s own, the others follow, and the sidebar says who is there', async () => {
  const { user } = renderApp('/settings');
  const section = (await screen.findByRole('heading', { name: 'Profiles' })).closest('section') as HTMLElement;
  await user.click(within(section).getByRole('button', { name: 'Add a profile …' }));
  await user.type(screen.getByLabelText('Your name'), 'Noa Levi');
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Add a profile' }));
  const navigation = screen.getByRole('navigation', { name: 'Main' });
  await within(navigation).findByText('Noa Levi');
  await user.click(within(section).getByRole('button', { name: 'Add a profile …' }));
  await user.type(screen.getByLabelText('Name'), 'Ada');
  await user.click(screen.getByRole('radio', { name: 'Reader' }));
  expect(screen.getByText('Looks things up, and changes and exports nothing.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Add a profile' }));
  const list = await within(section).findByRole('list', { name: 'Profiles' });
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(2));
  await expectAccessible();
  await user.click(within(list).getByRole('button', { name: 'Actions for Ada' }));
  await user.click(screen.getByRole('menuitem', { name: 'Remove' }));
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1));
});

test('one’s own PIN wants the present one, typed twice', async () => {
  const { double, user } = renderApp('/settings');
  await screen.findByText(/Everybody who opens this workspace/);
  setStaff(double.state, { people: OFFICE, here: 3 });
  double.emit('stale', ['workspace']);
  await user.click(await screen.findByRole('button', { name: 'Actions for Noa Levi' }));
  await user.click(screen.getByRole('menuitem', { name: 'Change the PIN …' }));
  await user.type(screen.getByLabelText('Present PIN'), PIN);
  await user.type(screen.getByLabelText('New PIN'), '123');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('At least 4 characters.');
  await user.type(screen.getByLabelText('New PIN'), '4');
  await user.type(screen.getByLabelText('New PIN, again'), '1235');
  await screen.findByText('The two are not the same.');
  await expectAccessible();
  await user.type(screen.getByLabelText('New PIN, again'), '{Backspace}4');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('The PIN was set');
  const sent = double.calls.filter(({ name }) => name === 'staff_pin');
  expect(sent.map(({ input }) => input)).toEqual([{ id: 3, present: PIN, pin: '1234' }]);
});

test('a refusal says who may', async () => {
  const refuse = () => {
    throw { code: 'not_allowed', message: '', hint: null, params: { who: 'Ada', may: 'Noa' } };
  };
  const { user } = renderApp('/settings', { handlers: { settings_set: refuse } });
  await user.click((await screen.findAllByRole('checkbox'))[0] as HTMLElement);
  await screen.findByText('Ada may not do this here. Nothing was changed.');
  expect(screen.getByText('May do it: Noa.')).toBeInTheDocument();
});
