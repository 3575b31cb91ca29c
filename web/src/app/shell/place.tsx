import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Redirect, Route, Switch, useLocation, useSearchParams } from 'wouter';
import { InvitationScreen, ReceivedScreen } from '@/features/invitation';
import { DeletedServersScreen, DiscoverScreen, serversKey } from '@/features/server';
import type { Id } from '@/gateway/contract/ids';
import type { Me } from '@/gateway/contract/user';
import { usePhone } from '@/shared/hooks/use-media';
import { paths } from '@/shared/model/paths';
import { later } from '@/shared/ui/later';
import { HomeScreen } from '../screens/home-screen';
import { NotFoundScreen } from '../screens/not-found-screen';
import { ChannelSettings } from '../settings/channel-settings';
import { ServerSettings } from '../settings/server-settings';
import { HomeSidebar } from './home-sidebar';
import { ServerView } from './server-view';

const YouScreen = later(() => import('../screens/you-screen'));

interface PlaceProps {
  readonly me: Me;
  readonly hrefOf: (serverId: Id) => string;
  readonly isUnread: (serverId: Id) => boolean;
  readonly onCreate: () => void;
  readonly onSwitcher: () => void;
  readonly onKeys: () => void;
}

/** A type and not an interface: the router wants it closed. */
type SettingsPlace = { serverId: Id; section?: string; item?: string };

/** What the address names. */
export function Place(props: PlaceProps) {
  const { me, hrefOf, onCreate, onKeys } = props;
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const enter = async (serverId: Id) => {
    await client.invalidateQueries({ queryKey: serversKey });
    // The way back leads to where one came from, and not to an invitation that has served.
    navigate(paths.server(serverId), { replace: true });
  };
  const serverAt = (at: { serverId: Id; channelId?: Id; messageId?: Id }, auditing = false) => (
    <ServerView
      key={at.serverId}
      me={me}
      serverId={at.serverId}
      channelId={at.channelId ?? null}
      messageId={at.messageId ?? null}
      auditing={auditing}
      onKeys={onKeys}
    />
  );
  return (
    <Switch>
      <Route path={paths.home}>
        <AtHome {...props}>
          <HomeScreen {...props} />
        </AtHome>
      </Route>
      <Route path={paths.discover}>
        <AtHome {...props}>
          <DiscoverScreen hrefOf={hrefOf} onJoined={(serverId) => navigate(paths.server(serverId))} onCreate={onCreate} />
        </AtHome>
      </Route>
      <Route path={paths.deleted}>
        <AtHome {...props}>
          <DeletedServersScreen onRestored={(serverId) => navigate(paths.server(serverId))} />
        </AtHome>
      </Route>
      <Route path={paths.invitations}>
        <AtHome {...props}>
          <ReceivedScreen onEnter={enter} />
        </AtHome>
      </Route>
      <Route path={paths.you}>
        <AtHome {...props}>
          <YouScreen me={me} onKeys={onKeys} />
        </AtHome>
      </Route>
      <Route<SettingsPlace> path="/s/:serverId/settings/:section?/:item?">
        {({ serverId, section = null, item = null }) => (
          <ServerSettings key={serverId} me={me} serverId={serverId} section={section} item={item} />
        )}
      </Route>
      <Route<SettingsPlace & { channelId: Id }> path="/s/:serverId/c/:channelId/settings/:section?/:item?">
        {({ serverId, channelId, section = null, item = null }) => (
          <ChannelSettings key={channelId} me={me} serverId={serverId} channelId={channelId} section={section} item={item} />
        )}
      </Route>
      <Route path="/s/:serverId/c/:channelId/m/:messageId">{(at) => serverAt(at)}</Route>
      <Route path="/s/:serverId/c/:channelId">{(at) => serverAt(at)}</Route>
      <Route path="/s/:serverId/audit-log">{(at) => serverAt(at, true)}</Route>
      <Route path="/s/:serverId">{(at) => serverAt(at)}</Route>
      <Route path="/invite/:code">
        {({ code }) => <InvitationScreen key={code} code={code} signedIn onEnter={enter} />}
      </Route>
      <Route path={paths.signIn} component={Onward} />
      <Route path={paths.register} component={Onward} />
      <Route path="/callback" component={Onward} />
      <Route>
        <AtHome {...props}>
          <NotFoundScreen />
        </AtHome>
      </Route>
    </Switch>
  );
}

function AtHome({ me, onSwitcher, onKeys, children }: PlaceProps & { children: ReactNode }) {
  const phone = usePhone();
  return (
    <>
      {!phone && <HomeSidebar me={me} onSwitcher={onSwitcher} onKeys={onKeys} />}
      {children}
    </>
  );
}

/** From the way in to where one wanted to go; only to an address of this app. */
function Onward() {
  const [params] = useSearchParams();
  const next = params.get('next') ?? '';
  return <Redirect to={/^\/(?![/\\])/.test(next) ? next : paths.home} replace />;
}
