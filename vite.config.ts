// How the window's page is served while developing, built and tested. The page's root is ui/; nothing outside it is read.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const inUi = (path: string) => fileURLToPath(new URL(`./ui/${path}`, import.meta.url));

export default defineConfig({
  root: inUi(''),
  base: './',
  cacheDir: fileURLToPath(new URL('./node_modules/.vite', import.meta.url)),
  plugins: [react()],
  resolve: { alias: { '@': inUi('src') } },
  server: { host: '127.0.0.1', port: 5180, strictPort: true },
  // Nothing is inlined: the content security policy allows files of our own only. Safari 15 is the oldest web view that
  // Tauri runs on.
  build: {
    target: 'safari15',
    assetsInlineLimit: 0,
    outDir: inUi('dist'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 2000,
  },
  test: {
    environment: 'jsdom',
    setupFiles: [inUi('src/test/setup.ts')],
    include: ['src/**/*.test.{ts,tsx}'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
    // The machine may be busy with other things; no test depends on how long it takes.
    testTimeout: 60_000,
  },
});
