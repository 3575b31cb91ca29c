import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useAllChannels } from '@/features/channel';
import { useReceivedInvitations } from '@/features/invitation';
import { PutOutNotice, useTimeoutEnds } from '@/features/moderation';
import { CreateServerDialog, ServerRail, useServers } from '@/features/server';
import { channelsListed, isUnread, readings } from '@/features/unread';
import type { Id } from '@/gateway/contract/ids';
import type { Me } from '@/gateway/contract/user';
import { useText } from '@/shared/i18n';
import { usePhone } from '@/shared/hooks/use-media';
import { paths } from '@/shared/model/paths';
import { useStore } from '@/shared/model/store';
import { fetchAhead, laterOverlay } from '@/shared/ui/later';
import { MAIN_ID } from '@/shared/ui/main';
import { lastChannelOf } from '../last-channel';
import { reloadRights } from '../reload-rights';
import { ConnectionBanner } from './connection-banner';
import { PhoneBar } from './phone-bar';
import { Place } from './place';
import { useShellKeys } from './use-shell-keys';
import { useTitle } from './use-title';

const KeysDialog = laterOverlay(() => import('./keys-dialog'));
const Switcher = laterOverlay(() => import('./switcher'));

/** Settings take the whole window. */
const settingsPath = /^\/s\/[^/]+(?:\/c\/[^/]+)?\/settings(?:\/|$)/;
const auditPath = /^\/s\/[^/]+\/audit-log$/;

/** The frame around everything: the rail, what the address names, and what can be called from anywhere. */
export function Shell({ me }: { me: Me }) {
  const t = useText();
  const phone = usePhone();
  const client = useQueryClient();
  const [location, navigate] = useLocation();
  const [open, setOpen] = useState<'switcher' | 'keys' | 'create' | null>(null);
  const asked = useReceivedInvitations().data?.items.length ?? 0;
  const servers = useServers().data?.items ?? [];
  const channels = useAllChannels(servers.map((server) => server.id));
  const seen = useStore(readings);
  const [from, setFrom] = useState<HTMLElement | null>(null);
  const close = () => setOpen(null);
  const openSwitcher = () => {
    // Asked for once more, it closes.
    if (open === 'switcher') close();
    else {
      setFrom(document.activeElement instanceof HTMLElement ? document.activeElement : null);
      setOpen('switcher');
    }
  };

  const [, serverId = null, channelId = null] = /^\/s\/([^/]+)(?:\/c\/([^/]+))?/.exec(location) ?? [];
  const inSettings = settingsPath.test(location);
  // On a phone these fill the screen, with a way back.
  const inside = channelId !== null || auditPath.test(location);
  const server = servers.find((one) => one.id === serverId);
  const channel = channels.find((one) => one.id === channelId);
  const isUnreadServer = (id: Id) => channels.some((one) => one.serverId === id && isUnread(seen.get(one.id)));
  const hrefOf = (id: Id) => {
    const last = phone ? null : lastChannelOf(id, channels);
    return last === null ? paths.server(id) : paths.channel(id, last);
  };

  useEffect(fetchAhead, []);
  useTimeoutEnds(servers, (id) => reloadRights(client, id));
  useEffect(() => channelsListed(channels), [channels]);
  useTitle(
    channels.filter((one) => isUnread(seen.get(one.id))).length,
    channel && server ? `#${channel.name} · ${server.name}` : (server?.name ?? null),
  );
  useShellKeys({
    onSwitcher: openSwitcher,
    onKeys: () => setOpen('keys'),
    channels,
    isUnread: (id) => isUnread(seen.get(id)),
  });

  return (
    <div className="flex h-full flex-col bg-surface-0">
      <a
        href={`#${MAIN_ID}`}
        className="sr-only rounded-control bg-surface-3 px-3 py-2 text-meta font-medium shadow-float focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        {t('app.skip')}
      </a>
      <ConnectionBanner />
      <div className="flex min-h-0 grow">
        {!inSettings && (!phone || (serverId !== null && !inside)) && (
          <ServerRail
            current={serverId}
            atHome={location === paths.home}
            discovering={location === paths.discover}
            asked={asked}
            hrefOf={hrefOf}
            isUnread={isUnreadServer}
            onCreate={() => setOpen('create')}
          />
        )}
        <Place
          me={me}
          hrefOf={hrefOf}
          isUnread={isUnreadServer}
          onCreate={() => setOpen('create')}
          onSwitcher={openSwitcher}
          onKeys={() => setOpen('keys')}
        />
      </div>
      {phone && !inside && !inSettings && <PhoneBar />}
      <Switcher
        open={open === 'switcher'}
        from={from}
        servers={servers}
        channels={channels}
        onClose={close}
        onCreateServer={() => setOpen('create')}
        onKeys={() => setOpen('keys')}
      />
      <PutOutNotice
        me={me.id}
        servers={servers}
        onRead={(gone) => {
          if (gone === serverId) navigate(paths.home);
        }}
      />
      <KeysDialog open={open === 'keys'} onClose={close} />
      <CreateServerDialog
        open={open === 'create'}
        onClose={close}
        onCreated={(created) => {
          close();
          const first = created.channels.find((one) => one.type === 'text');
          navigate(first ? paths.channel(created.id, first.id) : paths.server(created.id));
        }}
      />
    </div>
  );
}
