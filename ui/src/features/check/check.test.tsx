import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectAccessible, renderApp } from '@/test/renderApp';

test('the menu’s check tells what it found, and a repair what is left', async () => {
  const { double, user } = renderApp('/contacts');
  await screen.findByRole('grid');
  double.emit('menu', 'check');
  await screen.findByText('2 problems were found:');
  expect(screen.getByText('The contact 17 has no primary phone.')).toBeInTheDocument();
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Repair' }));
  await screen.findByText('1 problem was repaired.');
  expect(screen.getByText('1 problem is left:')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Repair' })).toBeNull();
});

test('a sound workspace is said to be sound', async () => {
  const { double } = renderApp('/contacts', { handlers: { check: () => ({ ok: true, problems: [] }) } });
  await screen.findByRole('grid');
  double.emit('menu', 'check');
  await screen.findByText('The workspace is sound.');
});
