// What every screen stands in: the held answers of the core, the language of the components, the router, the toasts.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { type DataRouter, RouterProvider } from 'react-router';
import { AddressNow } from './components/addressNow';
import { Toasts } from './components/Toast';
import { usePreferences } from './frame/preferences';
import { followTheCore } from './ipc/topics';

/** The core is on the same machine and announces what became stale: nothing is asked again for any other reason. */
function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

export function App({ router }: { router: DataRouter }) {
  const [client] = useState(makeClient);
  const [now] = useState(() => () => router.state.location);
  const { language } = usePreferences();
  useEffect(() => followTheCore(client), [client]);
  return (
    <QueryClientProvider client={client}>
      <I18nProvider locale={language}>
        <AddressNow value={now}>
          <RouterProvider router={router} />
        </AddressNow>
        <Toasts />
      </I18nProvider>
    </QueryClientProvider>
  );
}
