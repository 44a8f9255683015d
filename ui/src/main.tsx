// Starts the page: the transport, the texts, the look, then the first screen.
import '@fontsource-variable/inter';
import '@fontsource-variable/noto-sans-hebrew';
import './styles/tokens.css';
import './styles/base.css';
import { isTauri } from '@tauri-apps/api/core';
import { type ReactNode, StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { createHashRouter } from 'react-router';
import { App } from './App';
import { LockScreen } from './features/lock/LockScreen';
import { beginAnew } from './features/lock/state';
import { RescueScreen } from './features/rescue/RescueScreen';
import { leaveBrowserHabits } from './frame/habits';
import { applyPreferences, preferences, usePreferences } from './frame/preferences';
import { startI18n } from './i18n';
import type { Examined } from './ipc/bindings';
import { lockState, rescueExamine } from './ipc/shell';
import { tauri } from './ipc/tauri';
import { setTransport, transport } from './ipc/transport';
import { routes } from './routes';

async function connect(): Promise<void> {
  if (isTauri()) {
    setTransport(tauri);
  } else if (import.meta.env.DEV) {
    const { doubleForBrowser } = await import('./ipc/double');
    setTransport(doubleForBrowser());
  }
}

/** Once a workspace is open, the page begins anew. */
function Rescue({ examined }: { examined: Examined }) {
  const { language } = usePreferences();
  return (
    <I18nProvider locale={language}>
      <RescueScreen examined={examined} onOpened={() => location.reload()} />
    </I18nProvider>
  );
}

function Lock({ path }: { path: string }) {
  const { language } = usePreferences();
  return (
    <I18nProvider locale={language}>
      <LockScreen path={path} onOpened={() => location.reload()} />
    </I18nProvider>
  );
}

async function screen(): Promise<ReactNode> {
  const { locked } = await lockState();
  if (locked !== null) return <Lock path={locked} />;
  const examined = await rescueExamine();
  return examined ? <Rescue examined={examined} /> : <App router={createHashRouter(routes)} />;
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  await connect();
  await startI18n(preferences().language);
  applyPreferences();
  leaveBrowserHabits();
  transport().listen('workspace-locked', beginAnew);
  createRoot(root).render(<StrictMode>{await screen()}</StrictMode>);
}

void start();
