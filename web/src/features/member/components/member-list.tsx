import { Clock, Crown, MoreHorizontal } from 'lucide-react';
import { VList } from 'virtua';
import { useRef, useState } from 'react';
import type { VListHandle } from 'virtua';
import type { Id } from '@/gateway/contract/ids';
import type { Member, Server } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
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
import { ContextMenu, Menu } from '@/shared/ui/menu';
import type { MenuEntry } from '@/shared/ui/menu-entry';
import { useMembers } from '../model/use-members';

interface MemberListProps {
  readonly server: Server;
  readonly me: Id;
  /** Whether what is around it says what it is. */
  readonly bare?: boolean;
  /** What can be done with a member; without any, there is no menu. */
  readonly entriesOf?: (member: Member) => readonly MenuEntry[];
}

/** Who is in a server. */
export function MemberList({ server, me, bare = false, entriesOf }: MemberListProps) {
  const t = useText();
  const list = useRef<VListHandle>(null);
  const [chosen, setChosen] = useState<Id | null>(null);
  const {
    query: { data, error, isError, isPending, refetch },
    loadMore,
  } = useMembers(server.id);

  const menu = useContextMenu((target) => {
    const id = target.closest<HTMLElement>('[data-member]')?.dataset.member;
    const found = data?.items.find((member) => member.userId === id);
    return found !== undefined && (entriesOf?.(found).length ?? 0) > 0 ? found : undefined;
  });

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
            entries={entriesOf?.(member) ?? []}
            chosen={chosen === member.userId}
            onChosen={(open) => setChosen(open ? member.userId : null)}
          />
        )}
      </VList>
      <ContextMenu
        label={t('members.menu', { name: menu.item?.displayName ?? '' })}
        at={menu.at}
        entries={menu.item === undefined ? [] : (entriesOf?.(menu.item) ?? [])}
        onClose={menu.close}
      />
    </div>
  );
}

interface MemberItemProps {
  readonly member: Member;
  readonly server: Server;
  readonly me: Id;
  readonly entries: readonly MenuEntry[];
  /** Whether its menu is open. */
  readonly chosen: boolean;
  readonly onChosen: (open: boolean) => void;
}

function MemberItem({ member, server, me, entries, chosen, onChosen }: MemberItemProps) {
  const t = useText();
  const language = useLanguage();
  const silent = useAhead(member.timedOutUntil);
  const until = member.timedOutUntil;
  const silence =
    silent && until !== undefined
      ? t('members.timedOut', { until: fullDateTime(language, new Date(until)) })
      : undefined;
  return (
    <div
      role="listitem"
      data-member={member.userId}
      className="group/member flex h-11 items-center gap-2.5 rounded-control px-2 hover:bg-tint/5"
    >
      <Avatar id={member.userId} name={member.displayName} url={member.avatarUrl} size={32} />
      <span className="grid min-w-0 grow">
        <span className="flex min-w-0 items-center gap-1.5 text-meta leading-[18px] font-medium">
          <span className="truncate" dir="auto">
            {member.displayName}
          </span>
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
      {entries.length > 0 && (
        <Menu
          label={t('members.menu', { name: member.displayName })}
          entries={entries}
          align="end"
          onOpenChange={onChosen}
          trigger={
            <IconButton
              icon={MoreHorizontal}
              size="small"
              label={t('members.menu', { name: member.displayName })}
              className={cx(
                'group-hover/member:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100',
                !chosen && 'opacity-0',
              )}
            />
          }
        />
      )}
    </div>
  );
}
