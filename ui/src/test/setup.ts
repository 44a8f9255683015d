// What every test of the page starts from: texts in English, an empty page, no preferences; and what jsdom lacks.
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { clearToasts } from '@/components/Toast';
import { closeImport } from '@/features/import/start';
import { setPreferences } from '@/frame/preferences';
import { startI18n } from '@/i18n';
import { Double } from '@/ipc/double';
import { setTransport } from '@/ipc/transport';

/** jsdom has no layout: everything is as large as a window of 1280 by 800. */
function giveSizes(): void {
  const size = { width: 1280, height: 800 };
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => size.height });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => size.width });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: false,
    media: query,
    addEventListener() {},
    removeEventListener() {},
  }));
  Element.prototype.scrollIntoView = () => {};
}

beforeAll(async () => {
  giveSizes();
  setTransport(new Double());
  await startI18n('en');
});

beforeEach(() => {
  setTransport(new Double());
  setPreferences({ theme: 'system', density: 'normal', language: 'en' });
});

afterEach(() => {
  closeImport();
  clearToasts();
  cleanup();
});
