import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { Component, lazy, Suspense, type ReactNode } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { SignInScreen, SignUpScreen } from '@/features/session';
import { session, startSession } from '@/gateway/session/access-token';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { useStore } from '@/shared/model/store';
import { Button } from '@/shared/ui/button';
import { Delayed } from '@/shared/ui/delayed';
import { Failure } from '@/shared/ui/failure';
import { HintProvider } from '@/shared/ui/hint';
import { Mark } from '@/shared/ui/mark';
import { Toasts } from '@/shared/ui/toasts';

// Who is signed out needs none of it, and who is signed in gets it while the token is fetched.
const SignedIn = lazy(() => import('./signed-in'));

export function App({ client }: { client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <HintProvider>
        <Boundary>
          <Gate client={client} />
        </Boundary>
        <Toasts />
      </HintProvider>
    </QueryClientProvider>
  );
}

/** Shows the app to who is signed in, and the way in to everyone else. */
function Gate({ client }: { client: QueryClient }) {
  const t = useText();
  const state = useStore(session);
  switch (state) {
    case 'starting':
      return <Splash />;
    case 'unreachable':
      return (
        <Failure
          title={t('connection.unreachable')}
          body={t('connection.unreachableBody')}
          onRetry={() => {
            session.set('starting');
            void startSession();
          }}
        />
      );
    case 'signed-out':
      client.clear();
      return <WayIn />;
    case 'signed-in':
      return (
        <Suspense fallback={<Splash />}>
          <SignedIn />
        </Suspense>
      );
  }
}

function WayIn() {
  const [location] = useLocation();
  const wanted = location === paths.home ? '' : `?next=${encodeURIComponent(location)}`;
  return (
    <Switch>
      <Route path={paths.signIn}>
        <SignInScreen />
      </Route>
      <Route path={paths.register}>
        <SignUpScreen />
      </Route>
      <Route>
        <Redirect to={`${paths.signIn}${wanted}`} replace />
      </Route>
    </Switch>
  );
}

function Splash() {
  return (
    <div className="grid h-full place-items-center bg-surface-2">
      <Delayed>
        <Mark size={44} />
      </Delayed>
    </div>
  );
}

/** Keeps a fault of one view from taking the page away without a word. */
class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const t = useText();
  return (
    <div role="alert" className="grid h-full place-items-center bg-surface-2 p-6">
      <div className="grid max-w-[380px] justify-items-center gap-4 text-center">
        <Mark size={40} />
        <h1 className="text-title font-semibold">{t('error.title')}</h1>
        <p className="text-body text-text-2">{t('error.body')}</p>
        <Button onClick={() => location.reload()}>{t('error.reload')}</Button>
      </div>
    </div>
  );
}
