import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followWith } from '@/gateway/feed/cache-follower';
import { asProblem } from '@/gateway/http/problem';
import { session, startSession } from '@/gateway/session/access-token';
import { startLanguage } from '@/shared/i18n';
import { startTheme } from '@/shared/model/theme';
import { App } from './app';
import { fetchLikelyHalf } from './halves';
import './styles/index.css';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays one; what passes is asked for again, with growing pauses.
      retry: (count, error) => count < 3 && asProblem(error).passing,
      refetchOnWindowFocus: false,
      staleTime: 30_000,
    },
  },
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

startTheme();
followWith(client);
session.subscribe(() => {
  // What one saw is not for the next one at this browser.
  if (session.get() === 'signed-out') client.clear();
});
fetchLikelyHalf();
void startSession();
void startLanguage().then(() =>
  createRoot(root).render(
    <StrictMode>
      <App client={client} />
    </StrictMode>,
  ),
);
