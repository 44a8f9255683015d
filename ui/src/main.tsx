// Starts the page: the transport, the texts, the look, then the first screen.
import '@fontsource-variable/inter';
import '@fontsource-variable/noto-sans-hebrew';
import './styles/tokens.css';
import './styles/base.css';
import { isTauri } from '@tauri-apps/api/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createHashRouter } from 'react-router';
import { App } from './App';
import { leaveBrowserHabits } from './frame/habits';
import { applyPreferences, preferences } from './frame/preferences';
import { startI18n } from './i18n';
import { tauri } from './ipc/tauri';
import { setTransport } from './ipc/transport';
import { routes } from './routes';

async function connect(): Promise<void> {
  if (isTauri()) {
    setTransport(tauri);
  } else if (import.meta.env.DEV) {
    const { doubleForBrowser } = await import('./ipc/double');
    setTransport(doubleForBrowser());
  }
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  await connect();
  await startI18n(preferences().language);
  applyPreferences();
  leaveBrowserHabits();
  createRoot(root).render(
    <StrictMode>
      <App router={createHashRouter(routes)} />
    </StrictMode>,
  );
}

void start();
