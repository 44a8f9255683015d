// What every test of the page starts from: texts in English, an empty page, no preferences; and what jsdom lacks.
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { clearToasts } from '@/components/Toast';
import { closeImport } from '@/features/import/start';
import { setPreferences } from '@/frame/preferences';
import { startI18n } from '@/i18n';
import { Double } from '@/ipc/double';
import { setTransport } from '@/ipc/transport';

/** jsdom has no layout: everything is as large as a wide, low window, so that few rows are drawn. */
function giveSizes(): void {
  const size = { width: 1280, height: 420 };
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
  vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`) });
  Element.prototype.scrollIntoView = () => {};
}

// Whether an element is hidden is dear to find out in jsdom; the tests ask for visibility where it matters.
configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });

beforeAll(async () => {
  giveSizes();
  setTransport(new Double());
  await startI18n('en');
});

beforeEach(() => {
  localStorage.clear();
  setTransport(new Double());
  setPreferences({ theme: 'system', density: 'normal', language: 'en' });
});

afterEach(() => {
  closeImport();
  clearToasts();
  cleanup();
});
