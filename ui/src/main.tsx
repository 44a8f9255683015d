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
import { WhoScreen } from './features/staff/WhoScreen';
import { leaveBrowserHabits } from './frame/habits';
import { applyPreferences, preferences, usePreferences } from './frame/preferences';
import { startI18n } from './i18n';
import type { Examined, Person } from './ipc/bindings';
import { call, whenWhoIsAsked } from './ipc/call';
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

/** Once somebody has said who they are, the page goes on with what they may see. */
function Who({ people, onEntered }: { people: Person[]; onEntered: () => void }) {
  const { language } = usePreferences();
  return (
    <I18nProvider locale={language}>
      <WhoScreen people={people} onEntered={onEntered} />
    </I18nProvider>
  );
}

async function screen(show: (screen: ReactNode) => void): Promise<ReactNode> {
  const { locked } = await lockState();
  if (locked !== null) return <Lock path={locked} />;
  const examined = await rescueExamine();
  if (examined) return <Rescue examined={examined} />;
  const { people, here } = await call('staff_list', {});
  const app = <App router={createHashRouter(routes)} />;
  return people.length > 0 && here === null ? <Who people={people} onEntered={() => show(app)} /> : app;
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  await connect();
  await startI18n(preferences().language);
  applyPreferences();
  leaveBrowserHabits();
  transport().listen('workspace-locked', beginAnew);
  whenWhoIsAsked(beginAnew);
  const page = createRoot(root);
  const show = (shown: ReactNode) => page.render(<StrictMode>{shown}</StrictMode>);
  show(await screen(show));
}

void start();
