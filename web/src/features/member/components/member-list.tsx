import { Clock, Crown, MoreHorizontal } from 'lucide-react';
import { VList } from 'virtua';
import { useRef, useState } from 'react';
import type { VListHandle } from 'virtua';
import type { Id } from '@/gateway/contract/ids';
import type { Member, Server } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { roleColour } from '@/gateway/rights/role-colour';
import { useAhead } from '@/shared/hooks/use-ahead';
import { useContextMenu } from '@/shared/hooks/use-context-menu';
import { fullDateTime, useLanguage, useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { cx } from '@/shared/ui/cx';
import { Delayed } from '@/shared/ui/delayed';
import { Failure } from '@/shared/ui/failure';
import { hint } from '@/shared/ui/hint';
import { Icon } from '@/shared/ui/icon';
import { IconButton } from '@/shared/ui/icon-button';
import { laterOverlay } from '@/shared/ui/later';
import { ContextMenu, Menu } from '@/shared/ui/menu';
import { line, type MenuEntry } from '@/shared/ui/menu-entry';
import { Ink } from '@/shared/ui/role-colour';
import type { ServerRoles } from '../model/membership';
import { useMembers } from '../model/use-members';
import { memberEntries } from './member-entries';

const MemberProfile = laterOverlay(() => import('./member-profile'));

interface MemberListProps {
  readonly server: Server;
  readonly me: Id;
  readonly serverRoles: ServerRoles;
  /** Whether what is around it says what it is. */
  readonly bare?: boolean;
  /** What else can be done with a member. */
  readonly entriesOf?: (member: Member) => readonly MenuEntry[];
}

/** Who is in a server. */
export default function MemberList({ server, me, serverRoles, bare = false, entriesOf }: MemberListProps) {
  const t = useText();
  const list = useRef<VListHandle>(null);
  const [chosen, setChosen] = useState<Id | null>(null);
  const [profile, setProfile] = useState<{ userId: Id; anchor: Element } | null>(null);
  const [shown, setShown] = useState(false);
  const {
    query: { data, error, isError, isPending, refetch },
    loadMore,
  } = useMembers(server.id);
  const memberAt = (target: Element) => {
    const row = target.closest('[data-member]');
    const member = data?.items.find((one) => one.userId === row?.getAttribute('data-member'));
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

  const open = data.items.find((member) => member.userId === profile?.userId);
  const pointed = data.items.find((member) => member.userId === menu.item?.member.userId);
  const members = data.items.toSorted((a, b) => a.displayName.localeCompare(b.displayName));
  return (
    <div className="flex min-h-0 grow flex-col [-webkit-touch-callout:none]" {...menu.handlers}>
      {!bare && (
        <h2 className="tabular flex h-12 shrink-0 items-center border-b border-line px-4 text-meta font-medium text-text-2">
          {t('members.group', { count: Math.max(server.memberCount, members.length) })}
        </h2>
      )}
      <VList
        ref={list}
        data={members}
        role="list"
        tabIndex={0}
        aria-label={t('members.title')}
        className="scroll grow px-2 py-2"
        onScroll={(offset) => {
          const handle = list.current;
          // A failed page is asked for again at the next scroll.
          if (handle && offset + handle.viewportSize > handle.scrollSize - 800) loadMore().catch(() => undefined);
        }}
      >
        {(member) => (
          <MemberItem
            key={member.userId}
            member={member}
            server={server}
            me={me}
            colour={roleColour(serverRoles.roles, member.roles)}
            expanded={shown && profile?.userId === member.userId}
            onOpen={(row) => (shown && profile?.userId === member.userId ? setShown(false) : openProfile(member.userId, row))}
            entriesAt={(rowOf) => entriesAt(member, rowOf)}
            chosen={chosen === member.userId}
            onChosen={(open) => setChosen(open ? member.userId : null)}
          />
        )}
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

interface MemberItemProps {
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

function MemberItem({ member, server, me, colour, expanded, onOpen, entriesAt, chosen, onChosen }: MemberItemProps) {
  const t = useText();
  const language = useLanguage();
  const [row, setRow] = useState<HTMLDivElement | null>(null);
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
        <Avatar id={member.userId} name={member.displayName} url={member.avatarUrl} size={32} />
        <span className="grid min-w-0 grow">
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
          <span className="truncate text-label text-text-3">@{member.username}</span>
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
