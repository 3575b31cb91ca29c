import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { Component, lazy, Suspense, type ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { InvitationScreen } from '@/features/invitation';
import { session, startSession } from '@/gateway/session/access-token';
import { useText } from '@/shared/i18n';
import { useStore } from '@/shared/model/store';
import { Button } from '@/shared/ui/button';
import { Delayed } from '@/shared/ui/delayed';
import { Failure } from '@/shared/ui/failure';
import { HintLayer } from '@/shared/ui/hint';
import { Main } from '@/shared/ui/main';
import { Mark } from '@/shared/ui/mark';
import { Toasts } from '@/shared/ui/toasts';
import { signedIn, wayIn } from './halves';

const WayIn = lazy(wayIn);
const SignedIn = lazy(signedIn);

export function App({ client }: { client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <Boundary>
        <Gate />
      </Boundary>
      <Toasts />
      <HintLayer />
    </QueryClientProvider>
  );
}

/** Shows the app to who is signed in, and the way in to everyone else. */
function Gate() {
  const t = useText();
  const state = useStore(session);
  switch (state) {
    case 'starting':
      return <Splash />;
    case 'unreachable':
      return (
        <Failure
          whole
          title={t('connection.unreachable')}
          body={t('connection.unreachableBody')}
          onRetry={() => {
            session.set('starting');
            void startSession();
          }}
        />
      );
    case 'signed-out':
      return (
        <Suspense fallback={<Splash />}>
          <Switch>
            <Route path="/invite/:code">
              {({ code }) => <InvitationScreen key={code} code={code} signedIn={false} />}
            </Route>
            <Route>
              <WayIn />
            </Route>
          </Switch>
        </Suspense>
      );
    case 'signed-in':
      return (
        <Suspense fallback={<Splash />}>
          <SignedIn />
        </Suspense>
      );
  }
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
    <Main className="grid h-full place-items-center p-6">
      <div role="alert" className="grid max-w-[380px] justify-items-center gap-4 text-center">
        <Mark size={40} />
        <h1 className="text-title font-semibold">{t('error.title')}</h1>
        <p className="text-body text-text-2">{t('error.body')}</p>
        <Button onClick={() => location.reload()}>{t('error.reload')}</Button>
      </div>
    </Main>
  );
}
