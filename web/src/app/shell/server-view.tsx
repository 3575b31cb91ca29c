import { MessagesSquare } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { ChannelList, CreateChannelDialog, useChannels, type ChannelSeed } from '@/features/channel';
import { InviteDialog } from '@/features/invitation';
import { BansDialog } from '@/features/moderation';
import { ServerMenu, useServer } from '@/features/server';
import { isUnread, markRead, readings } from '@/features/unread';
import type { Id } from '@/gateway/contract/ids';
import type { Me } from '@/gateway/contract/user';
import { useText } from '@/shared/i18n';
import { usePhone } from '@/shared/hooks/use-media';
import { paths } from '@/shared/model/paths';
import { useStore } from '@/shared/model/store';
import { Button } from '@/shared/ui/button';
import { Empty } from '@/shared/ui/empty';
import { later } from '@/shared/ui/later';
import { Main } from '@/shared/ui/main';
import { lastChannelOf, rememberChannel } from '../last-channel';
import { NotFoundScreen } from '../screens/not-found-screen';
import { hasServerSettings } from '../settings/server-sections';
import { ChannelView } from './channel-view';
import { OwnPanel } from './own-panel';
import { Sidebar } from './sidebar';

const AuditScreen = later(() => import('../screens/audit-screen'));

interface ServerViewProps {
  readonly me: Me;
  readonly serverId: Id;
  readonly channelId: Id | null;
  readonly messageId: Id | null;
  /** Whether the audit log is open, and no channel. */
  readonly auditing: boolean;
  readonly onKeys: () => void;
}

/** A server: its channels beside the one that is open. On a phone, one of the two. */
export function ServerView({ me, serverId, channelId, messageId, auditing, onKeys }: ServerViewProps) {
  const t = useText();
  const phone = usePhone();
  const [, navigate] = useLocation();
  const [seed, setSeed] = useState<ChannelSeed>({ type: 'text', parentId: null });
  const [creating, setCreating] = useState(false);
  const [inviting, setInviting] = useState(false);
  const [bans, setBans] = useState(false);
  const server = useServer(serverId);
  const { data } = useChannels(serverId);
  const seen = useStore(readings);
  const channel = data?.items.find((one) => one.id === channelId);
  const firstChannel = useMemo(() => lastChannelOf(serverId, data?.items ?? []), [serverId, data]);

  // One that goes while it is open, by whoever's hand, leads to what is left; an address of none leads nowhere.
  const [opened, setOpened] = useState<Id | null>(null);
  if (channel && opened !== channel.id) setOpened(channel.id);
  const gone = data && !channel && channelId !== null && channelId === opened;

  useEffect(() => {
    if (channel) rememberChannel(serverId, channel.id);
  }, [serverId, channel]);

  const create = (next: ChannelSeed) => {
    setSeed(next);
    setCreating(true);
  };

  if (server === null) return <NotFoundScreen body={t('server.missing')} />;
  if (server === undefined) return <Main />;
  if (channelId === null && !auditing && !phone && firstChannel !== null) {
    return <Redirect key={firstChannel} to={paths.channel(serverId, firstChannel)} replace />;
  }

  // A redirection goes once only: the next one, in the same place, is another.
  if (gone) return <Redirect key="gone" to={paths.server(serverId)} replace />;

  const manages = server.permissions.includes('MANAGE_CHANNELS');
  return (
    <>
      {!(phone && (auditing || channelId !== null)) && (
        <Sidebar label={server.name}>
          <ServerMenu
            server={server}
            me={me.id}
            onInvite={() => setInviting(true)}
            onSettings={hasServerSettings(server) ? () => navigate(paths.serverSettings(serverId)) : null}
            onCreateChannel={(type) => create({ type, parentId: null })}
            onBans={() => setBans(true)}
            onAuditLog={() => navigate(paths.auditLog(serverId))}
            onGone={() => navigate(paths.home)}
          />
          <ChannelList
            server={server}
            current={channelId}
            unreadOf={(id) => ({ unread: isUnread(seen.get(id)), count: seen.get(id)?.count ?? 0 })}
            onRead={markRead}
            onCreate={(parentId) => create({ type: 'text', parentId })}
          />
          {!phone && <OwnPanel me={me} onKeys={onKeys} />}
        </Sidebar>
      )}
      {auditing ? (
        <AuditScreen server={server} />
      ) : channel ? (
        <ChannelView key={channel.id} me={me} server={server} channel={channel} messageId={messageId} />
      ) : channelId !== null && data ? (
        <NotFoundScreen body={t('channel.missing')} />
      ) : phone ? null : data ? (
        <Main className="flex">
          <Empty whole icon={MessagesSquare} title={t('channel.none')} body={t(manages ? 'channel.noneHint' : 'channel.noneMember')}>
            {manages && <Button onClick={() => create({ type: 'text', parentId: null })}>{t('channel.create')}</Button>}
          </Empty>
        </Main>
      ) : (
        <Main />
      )}
      <BansDialog server={server} open={bans} onClose={() => setBans(false)} />
      <InviteDialog server={server} me={me.id} open={inviting} onClose={() => setInviting(false)} />
      <CreateChannelDialog
        open={creating}
        serverId={serverId}
        seed={seed}
        onClose={() => setCreating(false)}
        onCreated={(id, type) => {
          setCreating(false);
          if (type === 'text') navigate(paths.channel(serverId, id));
        }}
      />
    </>
  );
}
