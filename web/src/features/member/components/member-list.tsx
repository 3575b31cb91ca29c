import { Clock, Crown, MoreHorizontal } from 'lucide-react';
import { VList } from 'virtua';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { VListHandle } from 'virtua';
import type { Id } from '@/gateway/contract/ids';
import type { Member, Server } from '@/gateway/contract/server';
import { presenceOf, presences, type Presences } from '@/gateway/presence/presences';
import { watch } from '@/gateway/presence/device';
import { problemText } from '@/gateway/problem-text';
import { roleColour } from '@/gateway/rights/role-colour';
import { useAhead } from '@/shared/hooks/use-ahead';
import { useContextMenu } from '@/shared/hooks/use-context-menu';
import { fullDateTime, useLanguage, useText } from '@/shared/i18n';
import { cx } from '@/shared/ui/cx';
import { Delayed } from '@/shared/ui/delayed';
import { Failure } from '@/shared/ui/failure';
import { hint } from '@/shared/ui/hint';
import { Icon } from '@/shared/ui/icon';
import { IconButton } from '@/shared/ui/icon-button';
import { laterOverlay } from '@/shared/ui/later';
import { ContextMenu, Menu } from '@/shared/ui/menu';
import { line, type MenuEntry } from '@/shared/ui/menu-entry';
import { useStore } from '@/shared/model/store';
import { PresentAvatar } from '@/shared/ui/present-avatar';
import { Ink } from '@/shared/ui/role-colour';
import { groupMembers, toSeek, type Connected, type MemberRow } from '../model/groups';
import type { ServerRoles } from '../model/membership';
import { useChannelMembers } from '../model/use-channel-members';
import { useMembersById } from '../model/use-member';
import { useMembers } from '../model/use-members';
import { memberEntries } from './member-entries';

const MemberProfile = laterOverlay(() => import('./member-profile'));

interface MemberListProps {
  readonly server: Server;
  /** A channel that not everyone sees: then it lists those who do. */
  readonly channelId?: Id | null;
  readonly me: Id;
  readonly serverRoles: ServerRoles;
  /** Undefined while that is not known. */
  readonly connected: Connected | undefined;
  /** Whether what is around it says what it is. */
  readonly bare?: boolean;
  /** What else can be done with a member. */
  readonly entriesOf?: (member: Member) => readonly MenuEntry[];
}

/** Who is in a server, or in a channel of it that not everyone sees. */
export default function MemberList({
  server,
  channelId = null,
  me,
  serverRoles,
  connected,
  bare = false,
  entriesOf,
}: MemberListProps) {
  const t = useText();
  const list = useRef<VListHandle>(null);
  const [chosen, setChosen] = useState<Id | null>(null);
  const [profile, setProfile] = useState<{ userId: Id; anchor: Element } | null>(null);
  const [shown, setShown] = useState(false);
  const ofServer = useMembers(server.id);
  const ofChannel = useChannelMembers(server.id, channelId);
  const { error, isError, isPending, refetch } = channelId === null ? ofServer.query : ofChannel.query;
  const loadMore = channelId === null ? ofServer.loadMore : ofChannel.loadMore;
  const page = ofServer.query.data;
  const loaded = channelId === null ? page?.items : ofChannel.items;
  const known = useStore(presences);
  const sought = useMembersById(server.id, page && channelId === null ? toSeek(page.items, page.hasAfter, known) : []);
  const all = useMemo(() => withSought(loaded ?? [], sought), [loaded, sought]);
  const memberCount = channelId === null ? server.memberCount : all.length;
  const present = useMemo(
    () => (connected && channelId !== null ? { count: 0, complete: true } : connected),
    [connected, channelId],
  );
  const rows = useMemo(() => groupMembers(all, known, present, memberCount), [all, known, present, memberCount]);
  const watchView = useWatchedRows(rows, connected?.complete === false, list);
  const memberAt = (target: Element) => {
    const row = target.closest('[data-member]');
    const member = all.find((one) => one.userId === row?.getAttribute('data-member'));
    return row && member && { member, row };
  };
  const menu = useContextMenu((target) => memberAt(target) ?? undefined);
  const openProfile = (userId: Id, anchor: Element) => {
    setProfile({ userId, anchor });
    setShown(true);
  };

  const entriesAt = (member: Member, rowOf: () => Element | null): readonly MenuEntry[] => {
    const acts = entriesOf?.(member) ?? [];
    return [
      ...memberEntries(t, member, serverRoles, () => {
        const row = rowOf();
        if (row) openProfile(member.userId, row);
      }),
      ...(acts.length > 0 ? [line, ...acts] : []),
    ];
  };

  if (isPending) {
    return (
      <Delayed>
        <div role="status" aria-label={t('app.loading')} className="grid gap-3 p-4">
          {[60, 45, 70, 50, 65, 40].map((width) => (
            <span key={width} className="flex items-center gap-2.5">
              <span className="skeleton size-8 rounded-full!" />
              <span className="skeleton h-3.5" style={{ width: `${width}%` }} />
            </span>
          ))}
        </div>
      </Delayed>
    );
  }
  if (isError) return <Failure title={t('members.error')} body={problemText(t, error)} onRetry={() => void refetch()} />;

  const open = all.find((member) => member.userId === profile?.userId);
  const pointed = all.find((member) => member.userId === menu.item?.member.userId);
  return (
    <div className="flex min-h-0 grow flex-col [-webkit-touch-callout:none]" {...menu.handlers}>
      {!bare && (
        <h2 className="tabular flex h-12 shrink-0 items-center border-b border-line px-4 text-meta font-medium text-text-2">
          {t('members.group', { count: Math.max(memberCount, all.length) })}
        </h2>
      )}
      <VList
        ref={list}
        data={rows}
        role="list"
        tabIndex={0}
        aria-label={t('members.title')}
        className="scroll grow px-2 py-2"
        onScroll={(offset) => {
          const handle = list.current;
          // A failed page is asked for again at the next scroll.
          if (handle && offset + handle.viewportSize > handle.scrollSize - 800) loadMore().catch(() => undefined);
          watchView();
        }}
      >
        {(row) =>
          row.kind === 'head' ? (
            <GroupHead key={row.group} of={row.group} count={row.count} />
          ) : (
          <MemberItem
            key={row.member.userId}
            member={row.member}
            presences={known}
            server={server}
            me={me}
            colour={roleColour(serverRoles.roles, row.member.roles)}
            expanded={shown && profile?.userId === row.member.userId}
            onOpen={(anchor) =>
              shown && profile?.userId === row.member.userId ? setShown(false) : openProfile(row.member.userId, anchor)
            }
            entriesAt={(rowOf) => entriesAt(row.member, rowOf)}
            chosen={chosen === row.member.userId}
            onChosen={(open) => setChosen(open ? row.member.userId : null)}
          />
          )
        }
      </VList>
      {open && profile && (
        <MemberProfile
          open={shown}
          member={open}
          server={server}
          serverRoles={serverRoles}
          anchor={profile.anchor}
          onClose={() => setShown(false)}
        />
      )}
      <ContextMenu
        label={t('members.menu', { name: pointed?.displayName ?? '' })}
        at={menu.at}
        entries={pointed ? entriesAt(pointed, () => menu.item?.row ?? null) : []}
        onClose={menu.close}
      />
    </div>
  );
}

/** Those of the pages, and those who were found beside them. */
function withSought(loaded: readonly Member[], sought: readonly Member[]): readonly Member[] {
  const known = new Set(loaded.map((member) => member.userId));
  return [...loaded, ...sought.filter((member) => !known.has(member.userId))];
}

/** Of a large server one is told of those only whom one sees. */
function useWatchedRows(rows: readonly MemberRow[], large: boolean, list: RefObject<VListHandle | null>): () => void {
  const watchView = () => {
    const handle = list.current;
    const first = large && handle ? handle.findItemIndex(handle.scrollOffset) : 0;
    watch(
      large
        ? rows.slice(Math.max(0, first - 20), first + 60).flatMap((row) => (row.kind === 'member' ? [row.member.userId] : []))
        : [],
    );
  };
  useEffect(watchView);
  useEffect(() => () => watch([]), []);
  return watchView;
}

function GroupHead({ of, count }: { of: 'online' | 'offline'; count: number }) {
  const t = useText();
  return (
    <div role="listitem" className="tabular px-2 pt-3 pb-1 text-label font-medium text-text-3">
      <h3>{t(of === 'online' ? 'members.online' : 'members.offline', { count })}</h3>
    </div>
  );
}

interface MemberItemProps {
  readonly presences: Presences;
  readonly member: Member;
  readonly server: Server;
  readonly me: Id;
  readonly colour: string | undefined;
  /** Whether their profile is open. */
  readonly expanded: boolean;
  readonly onOpen: (row: Element) => void;
  readonly entriesAt: (rowOf: () => Element | null) => readonly MenuEntry[];
  /** Whether their menu is open. */
  readonly chosen: boolean;
  readonly onChosen: (open: boolean) => void;
}

function MemberItem({ presences: known, member, server, me, colour, expanded, onOpen, entriesAt, chosen, onChosen }: MemberItemProps) {
  const t = useText();
  const language = useLanguage();
  const [row, setRow] = useState<HTMLDivElement | null>(null);
  const shown = presenceOf(known, member.userId);
  const silent = useAhead(member.timedOutUntil);
  const until = member.timedOutUntil;
  const silence =
    silent && until !== undefined
      ? t('members.timedOut', { until: fullDateTime(language, new Date(until)) })
      : undefined;
  return (
    <div role="listitem" data-member={member.userId} ref={setRow} className="group/member relative flex items-center">
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={expanded}
        onClick={(event) => onOpen(event.currentTarget)}
        className="flex h-11 w-full min-w-0 items-center gap-2.5 rounded-control px-2 text-left transition-colors group-hover/member:bg-tint/5 aria-expanded:bg-tint/8"
      >
        <PresentAvatar
          id={member.userId}
          name={member.displayName}
          url={member.avatarUrl}
          size={32}
          shown={shown}
          className={cx(shown === 'offline' && 'opacity-55')}
        />
        <span
          className={cx(
            'grid min-w-0 grow group-hover/member:pr-8 pointer-coarse:pr-12',
            chosen && 'pr-8',
            shown === 'offline' && 'text-text-2',
          )}
        >
          <span className="flex min-w-0 items-center gap-1.5 text-meta leading-[18px] font-medium">
            <Ink colour={colour} className="truncate">
              {member.displayName}
            </Ink>
            {member.userId === server.ownerId && (
              <span role="img" aria-label={t('members.owner')} className="text-warning" {...hint(t('members.owner'))}>
                <Icon of={Crown} size={14} />
              </span>
            )}
            {silence !== undefined && (
              <span role="img" aria-label={silence} className="text-text-3" {...hint(silence)}>
                <Icon of={Clock} size={14} />
              </span>
            )}
            {member.userId === me && <span className="text-label font-normal text-text-3">{t('members.you')}</span>}
          </span>
          <span className="truncate text-label text-text-3">
            @{member.username}
            <span className="sr-only"> {t(`presence.${shown}`)}</span>
          </span>
        </span>
      </button>
      <Menu
        label={t('members.menu', { name: member.displayName })}
        entries={entriesAt(() => row)}
        align="end"
        onOpenChange={onChosen}
        trigger={
          <IconButton
            icon={MoreHorizontal}
            size="small"
            label={t('members.menu', { name: member.displayName })}
            className={cx(
              'absolute right-2 group-hover/member:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100',
              !chosen && 'opacity-0',
            )}
          />
        }
      />
    </div>
  );
}
