import { ArrowLeft, Hash, Search, Volume2 } from 'lucide-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useMemberHistory } from '@/features/audit';
import { ChannelMenu, useChannels } from '@/features/channel';
import { AuthorProfile, MemberList, MembersButton, useMembers } from '@/features/member';
import { Conversation } from '@/features/message';
import { useModeration, useNewUntil, useReporting } from '@/features/moderation';
import { lookUpPresence, useConnected } from '@/features/presence';
import { SearchPanel } from '@/features/search';
import { isUnread, markSeen, readings } from '@/features/unread';
import type { Id } from '@/gateway/contract/ids';
import type { Author, Message } from '@/gateway/contract/message';
import type { Channel, Member, Server } from '@/gateway/contract/server';
import type { Me } from '@/gateway/contract/user';
import { roleColour } from '@/gateway/rights/role-colour';
import { useDesktop, usePhone } from '@/shared/hooks/use-media';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { newStoredStore } from '@/shared/model/stored';
import { useStore } from '@/shared/model/store';
import { Empty } from '@/shared/ui/empty';
import { Icon } from '@/shared/ui/icon';
import { IconButton } from '@/shared/ui/icon-button';
import { laterOverlay } from '@/shared/ui/later';
import { Main } from '@/shared/ui/main';
import { useAuthorActs } from './use-author-acts';
import { usePanel } from './use-panel';
import { useServerRoles } from './use-server-roles';

const Sheet = laterOverlay(() => import('@/shared/ui/sheet'));

const membersShown = newStoredStore<boolean>(
  'members',
  (text) => text !== 'hidden',
  (shown) => (shown ? 'shown' : 'hidden'),
);

interface ChannelViewProps {
  readonly me: Me;
  readonly server: Server;
  readonly channel: Channel;
  readonly messageId: Id | null;
}

/** One channel: its bar, its conversation, and at its side the members or a search. */
export function ChannelView({ me, server, channel, messageId }: ChannelViewProps) {
  const t = useText();
  const phone = usePhone();
  const desktop = useDesktop();
  const [, navigate] = useLocation();
  const { panel, open, search, close } = usePanel();
  const pinned = useStore(membersShown);
  const [readUpTo] = useState(() => {
    const reading = readings.get().get(channel.id);
    return reading !== undefined && reading.seen !== '' && isUnread(reading) ? reading.seen : null;
  });
  const channels = useChannels(server.id).data?.items;
  const members = useMembers(server.id).query.data?.items;
  const connected = useConnected(server.id);
  const serverRoles = useServerRoles(server, me.id);
  const moderation = useModeration(server, me.id, serverRoles.standing);
  const { acts, onPoint } = useAuthorActs(server, me.id, moderation);
  const newUntil = useNewUntil(server.id);
  const reporting = useReporting(server.id, me.id);
  const history = useMemberHistory(server);
  const historyOf = history.entriesOf;
  const actsOn = moderation.entriesOf;
  const reportOf = reporting.entriesOf;
  const entriesOf = useCallback(
    (member: Member) => [...historyOf(member), ...reportOf(member), ...actsOn(member)],
    [historyOf, reportOf, actsOn],
  );

  const searching = panel?.kind === 'search';
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const find = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'f' && !event.shiftKey && !event.altKey;
      // Asked for once more, the browser's own search opens.
      if (!find || searching) return;
      event.preventDefault();
      open('search');
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [searching, open]);

  const nameOf = useCallback((userId: Id) => members?.find((member) => member.userId === userId)?.displayName, [members]);
  const { roles } = serverRoles;
  const colourOf = useCallback(
    (userId: Id) => roleColour(roles, members?.find((member) => member.userId === userId)?.roles ?? []),
    [roles, members],
  );
  const linkOf = useCallback((id: Id) => paths.message(server.id, channel.id, id), [server.id, channel.id]);
  const [author, setAuthor] = useState<{ readonly userId: Id; readonly anchor: Element; readonly open: boolean } | null>(null);
  const large = connected?.complete === false;
  const onAuthor = useCallback(
    (userId: Id, anchor: Element) => {
      setAuthor((before) => ({ userId, anchor, open: before?.open !== true || before.anchor !== anchor }));
      // It is shown as far as it is known meanwhile.
      if (large) lookUpPresence(server.id, userId).catch(() => undefined);
    },
    [large, server.id],
  );
  const closeAuthor = useCallback(() => setAuthor((before) => before && { ...before, open: false }), []);
  const placeOf = (message: Message) => {
    const place = channels?.find((one) => one.id === message.channelId);
    if (place === undefined) return null;
    // Beside the conversation the search stays; over it, it has done its work.
    const stays = desktop && panel?.kind === 'search' ? `?${new URLSearchParams({ search: panel.words }).toString()}` : '';
    return { href: paths.message(server.id, place.id, message.id) + stays, name: place.name };
  };
  const self: Author = { id: me.id, username: me.username, displayName: me.displayName, avatarUrl: me.avatarUrl, kind: 'user' };
  const memberList = {
    server,
    channelId: channel.private ? channel.id : null,
    me: me.id,
    serverRoles,
    connected,
    entriesOf,
  };
  const results = panel?.kind === 'search' && (
    <SearchPanel
      serverId={server.id}
      channelId={channel.id}
      words={panel.words}
      onWords={search}
      onClose={close}
      placeOf={placeOf}
    />
  );

  return (
    <Main className="flex">
      <div className="flex min-w-0 grow flex-col">
        <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4 max-tablet:pl-1">
          {phone && (
            <Link
              href={paths.server(server.id)}
              aria-label={t('app.back')}
              className="grid size-11 place-items-center rounded-control text-text-2"
            >
              <Icon of={ArrowLeft} size={20} />
            </Link>
          )}
          <Icon of={channel.type === 'voice' ? Volume2 : Hash} className="shrink-0 text-text-3" />
          <h1 className="min-w-0 truncate text-body font-semibold" dir="auto">
            {channel.name}
          </h1>
          <ChannelMenu channel={channel} />
          {channel.topic !== undefined && (
            <p
              className="ml-1 min-w-0 grow truncate border-l border-line pl-3 text-meta text-text-2 max-tablet:hidden"
              title={channel.topic}
              dir="auto"
            >
              {channel.topic}
            </p>
          )}
          <div className="ml-auto flex shrink-0">
            <IconButton
              icon={Search}
              label={t('topbar.search')}
              keys="Mod+F"
              side="bottom"
              aria-pressed={searching}
              onClick={() => (searching ? close() : open('search'))}
            />
            <MembersButton
              server={server}
              channelId={memberList.channelId}
              connected={connected}
              label={t(pinned && desktop ? 'topbar.hideMembers' : 'topbar.showMembers')}
              pressed={desktop && pinned}
              onClick={() => (desktop ? membersShown.set(!pinned) : open('members'))}
            />
          </div>
        </header>
        {channel.type === 'text' ? (
          <Conversation
            channel={channel}
            me={self}
            readUpTo={readUpTo}
            messageId={messageId}
            linkOf={linkOf}
            onOpen={(id) => navigate(linkOf(id))}
            onPresent={() => {
              if (messageId !== null) navigate(paths.channel(server.id, channel.id), { replace: true });
            }}
            onSeen={(id) => markSeen(channel.id, id)}
            nameOf={nameOf}
            silentUntil={server.timedOutUntil}
            newUntil={newUntil}
            colourOf={colourOf}
            onReport={reporting.reportMessage}
            onAuthor={onAuthor}
            acts={acts}
            onPoint={onPoint}
          />
        ) : (
          <Empty icon={Volume2} title={channel.name} body={t('channel.voiceNote')} />
        )}
      </div>
      {desktop && results && <Side label={t('search.title')} wide>{results}</Side>}
      {desktop && !results && pinned && (
        <Side label={t('members.title')}>
          <MemberList {...memberList} />
        </Side>
      )}
      <Sheet bare open={!desktop && searching} onClose={close} title={t('search.title')}>
        {results}
      </Sheet>
      <Sheet
        open={!desktop && panel?.kind === 'members'}
        onClose={close}
        title={channel.private ? t('members.title') : t('members.group', { count: server.memberCount })}
      >
        <MemberList bare {...memberList} />
      </Sheet>
      {author && (
        <AuthorProfile
          open={author.open}
          userId={author.userId}
          anchor={author.anchor}
          server={server}
          serverRoles={serverRoles}
          onClose={closeAuthor}
        />
      )}
      {moderation.dialog}
      {reporting.dialog}
      {history.panel}
    </Main>
  );
}

function Side({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <aside aria-label={label} className={`flex shrink-0 flex-col border-l border-line bg-surface-1 ${wide ? 'w-80 wide:w-[360px]' : 'w-60'}`}>
      {children}
    </aside>
  );
}
