import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { SearchBox } from './SearchBox';

const box = (value: string) => <SearchBox value={value} onChange={vi.fn()} onLeave={vi.fn()} />;
const field = () => screen.getByRole<HTMLInputElement>('textbox');

test('nothing typed is lost while the list is behind', async () => {
  const { rerender } = render(box(''));
  await userEvent.type(field(), 'levi');
  for (const late of ['l', 'lev', 'levi']) {
    rerender(box(late));
    expect(field().value).toBe('levi');
  }
});

test('a search that is changed elsewhere is shown', async () => {
  const { rerender } = render(box(''));
  await userEvent.type(field(), 'levi');
  rerender(box('levi'));
  rerender(box(''));
  expect(field().value).toBe('');
});
