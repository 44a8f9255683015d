// Shows the whole page on a double, at an address, as a test needs it.
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { createMemoryRouter } from 'react-router';
import { expect } from 'vitest';
import { App } from '@/App';
import { Double, type DoubleOptions } from '@/ipc/double';
import { setTransport } from '@/ipc/transport';
import { routes } from '@/routes';

export function renderApp(path = '/contacts', options: DoubleOptions = {}) {
  const double = new Double(options);
  setTransport(double);
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  const page = render(<App router={router} />);
  const address = () => router.state.location.pathname + router.state.location.search;
  return { ...page, double, router, address, user: userEvent.setup() };
}

/** Colours can't be judged without layout; everything else axe knows is. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
