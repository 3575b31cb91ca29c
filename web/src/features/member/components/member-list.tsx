import { Crown } from 'lucide-react';
import { VList } from 'virtua';
import { useRef, useState } from 'react';
import type { VListHandle } from 'virtua';
import type { Id } from '@/gateway/contract/ids';
import type { Member, Server } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { roleColour } from '@/gateway/rights/role-colour';
import { useContextMenu } from '@/shared/hooks/use-context-menu';
import { useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { Delayed } from '@/shared/ui/delayed';
import { Failure } from '@/shared/ui/failure';
import { hint } from '@/shared/ui/hint';
import { Icon } from '@/shared/ui/icon';
import { laterOverlay } from '@/shared/ui/later';
import { ContextMenu } from '@/shared/ui/menu';
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
}

/** Who is in a server. */
export function MemberList({ server, me, serverRoles, bare = false }: MemberListProps) {
  const t = useText();
  const list = useRef<VListHandle>(null);
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
        label={t('member.menu', { name: pointed?.displayName ?? '' })}
        at={menu.at}
        entries={
          pointed ? memberEntries(t, pointed, serverRoles, () => menu.item && openProfile(pointed.userId, menu.item.row)) : []
        }
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
  readonly expanded: boolean;
  readonly onOpen: (row: Element) => void;
}

function MemberItem({ member, server, me, colour, expanded, onOpen }: MemberItemProps) {
  const t = useText();
  return (
    <div role="listitem">
      <button
        type="button"
        data-member={member.userId}
        aria-haspopup="dialog"
        aria-expanded={expanded}
        onClick={(event) => onOpen(event.currentTarget)}
        className="flex h-11 w-full items-center gap-2.5 rounded-control px-2 text-left transition-colors hover:bg-tint/5 aria-expanded:bg-tint/8"
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
            {member.userId === me && <span className="text-label font-normal text-text-3">{t('members.you')}</span>}
          </span>
          <span className="truncate text-label text-text-3">@{member.username}</span>
        </span>
      </button>
    </div>
  );
}
