import { Redirect, Route, Switch, useLocation } from 'wouter';
import { paths } from '@/shared/model/paths';
import { SignInScreen } from './sign-in-screen';
import { SignUpScreen } from './sign-up-screen';

/** Signing in and up. Whoever came for another address is sent on to it afterwards. */
export default function WayIn() {
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
