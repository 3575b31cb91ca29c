import { useEffect, useState } from 'react';
import { Redirect, Route, Switch, useLocation, useSearchParams } from 'wouter';
import { useAllChannels } from '@/features/channel';
import { CreateServerDialog, DiscoverScreen, ServerRail, useServers } from '@/features/server';
import { channelsListed, isUnread, readings } from '@/features/unread';
import type { Me } from '@/gateway/contract/user';
import { useText } from '@/shared/i18n';
import { usePhone } from '@/shared/hooks/use-media';
import { paths } from '@/shared/model/paths';
import { useStore } from '@/shared/model/store';
import { lastChannelOf } from '../last-channel';
import { HomeScreen } from '../screens/home-screen';
import { NotFoundScreen } from '../screens/not-found-screen';
import { YouScreen } from '../screens/you-screen';
import { ConnectionBanner } from './connection-banner';
import { KeysDialog } from './keys-dialog';
import { PhoneBar } from './phone-bar';
import { ServerView } from './server-view';
import { Switcher } from './switcher';
import { useShellKeys } from './use-shell-keys';
import { useTitle } from './use-title';

/** The frame around everything: the rail, what the address names, and what can be called from anywhere. */
export function Shell({ me }: { me: Me }) {
  const t = useText();
  const phone = usePhone();
  const [location, navigate] = useLocation();
  const [open, setOpen] = useState<'switcher' | 'keys' | 'create' | null>(null);
  const servers = useServers().data?.items ?? [];
  const channels = useAllChannels(servers.map((server) => server.id));
  const seen = useStore(readings);

  useEffect(() => channelsListed(channels), [channels]);
  useTitle(channels.filter((channel) => isUnread(seen.get(channel.id))).length);
  useShellKeys({
    onSwitcher: () => setOpen('switcher'),
    onKeys: () => setOpen('keys'),
    channels,
    isUnread: (channelId) => isUnread(seen.get(channelId)),
  });

  const current = /^\/s\/([^/]+)/.exec(location)?.[1] ?? null;
  const inChannel = /^\/s\/[^/]+\/c\//.test(location);
  const hrefOf = (serverId: string) => {
    const channelId = phone ? null : lastChannelOf(serverId, channels);
    return channelId === null ? paths.server(serverId) : paths.channel(serverId, channelId);
  };
  const rail = (
    <ServerRail
      current={current}
      discovering={location.startsWith(paths.discover)}
      hrefOf={hrefOf}
      isUnread={(serverId) =>
        channels.some((channel) => channel.serverId === serverId && isUnread(seen.get(channel.id)))
      }
      onCreate={() => setOpen('create')}
    />
  );

  return (
    <div className="flex h-full flex-col bg-surface-0">
      <a
        href="#conversation"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-surface-3 px-3 py-2 text-meta font-medium shadow-float focus:translate-y-0"
      >
        {t('app.skip')}
      </a>
      <ConnectionBanner />
      <div className="flex min-h-0 grow">
        {!(phone && (inChannel || location === paths.you || location.startsWith(paths.discover))) && rail}
        <Switch>
          <Route path={paths.home}>
            <HomeScreen me={me} onCreate={() => setOpen('create')} />
          </Route>
          <Route path={paths.discover}>
            <DiscoverScreen
              hrefOf={hrefOf}
              onJoined={(serverId) => navigate(paths.server(serverId))}
              onCreate={() => setOpen('create')}
            />
          </Route>
          <Route path={paths.you}>
            <YouScreen me={me} onKeys={() => setOpen('keys')} />
          </Route>
          <Route path="/s/:serverId/c/:channelId/m/:messageId">
            {(at) => (
              <ServerView
                key={at.serverId}
                me={me}
                serverId={at.serverId}
                channelId={at.channelId}
                messageId={at.messageId}
                onKeys={() => setOpen('keys')}
              />
            )}
          </Route>
          <Route path="/s/:serverId/c/:channelId">
            {(at) => (
              <ServerView
                key={at.serverId}
                me={me}
                serverId={at.serverId}
                channelId={at.channelId}
                messageId={null}
                onKeys={() => setOpen('keys')}
              />
            )}
          </Route>
          <Route path="/s/:serverId">
            {(at) => (
              <ServerView
                key={at.serverId}
                me={me}
                serverId={at.serverId}
                channelId={null}
                messageId={null}
                onKeys={() => setOpen('keys')}
              />
            )}
          </Route>
          <Route path={paths.signIn}>
            <Onward />
          </Route>
          <Route path={paths.register}>
            <Onward />
          </Route>
          <Route path="/callback">
            <Onward />
          </Route>
          <Route>
            <NotFoundScreen />
          </Route>
        </Switch>
      </div>
      {phone && !inChannel && <PhoneBar />}
      <Switcher
        open={open === 'switcher'}
        servers={servers}
        channels={channels}
        onClose={() => setOpen(null)}
        onCreateServer={() => setOpen('create')}
        onKeys={() => setOpen('keys')}
      />
      <KeysDialog open={open === 'keys'} onClose={() => setOpen(null)} />
      <CreateServerDialog
        open={open === 'create'}
        onClose={() => setOpen(null)}
        onCreated={(created) => {
          setOpen(null);
          const first = created.channels.find((channel) => channel.type === 'text');
          navigate(first ? paths.channel(created.id, first.id) : paths.server(created.id));
        }}
      />
    </div>
  );
}

/** From the way in to where one wanted to go; only to an address of this app. */
function Onward() {
  const [params] = useSearchParams();
  const next = params.get('next') ?? '';
  return <Redirect to={/^\/(?![/\\])/.test(next) ? next : paths.home} replace />;
}
