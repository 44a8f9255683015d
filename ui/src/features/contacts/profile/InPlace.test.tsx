import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { InPlace } from './InPlace';

const place = (value: string, onSave: (text: string) => Promise<void>) => (
  <InPlace label="Source" value={value} onSave={onSave} />
);
const open = () => userEvent.click(screen.getByRole('button'));

test('a value that arrives while the field is open is not taken back by leaving it', async () => {
  const save = vi.fn(async () => {});
  const { rerender } = render(place('fair', save));
  await open();
  rerender(place('web', save));
  await userEvent.tab();
  expect(save).not.toHaveBeenCalled();
  expect(screen.getByRole('button')).toHaveTextContent('web');
});

test('what is saved is a change of what was seen, and after a refusal of what it told', async () => {
  const fromFair = vi.fn(async () => {
    throw { code: 'conflict', message: 'now it says “web”', hint: null };
  });
  const fromWeb = vi.fn(async () => {});
  const { rerender } = render(place('fair', fromFair));
  await open();
  rerender(place('web', fromWeb));
  await userEvent.type(screen.getByRole('textbox'), ' street{Enter}');
  expect(fromFair).toHaveBeenCalledWith('fair street');
  expect(fromWeb).not.toHaveBeenCalled();
  expect(await screen.findByRole('alert')).toBeVisible();
  await userEvent.type(screen.getByRole('textbox'), '{Enter}');
  expect(fromWeb).toHaveBeenCalledWith('fair street');
});
