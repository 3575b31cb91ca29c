import { UserPlus, Users, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Role } from '@/gateway/contract/role';
import type { Server } from '@/gateway/contract/server';
import { MemberPicker } from '@/gateway/members/member-picker';
import { problemText } from '@/gateway/problem-text';
import type { Standing } from '@/gateway/rights/standing';
import { useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { Empty } from '@/shared/ui/empty';
import { Icon } from '@/shared/ui/icon';
import { IconButton } from '@/shared/ui/icon-button';
import type { RoleMembership } from './roles-settings';

interface RoleMembersProps {
  readonly role: Role;
  readonly server: Server;
  readonly standing: Standing;
  readonly membership: RoleMembership;
}

/** So many are looked through without being asked. */
const AT_ONCE = 1_000;

/** Who has a role. The server lists members and not who has which role, so it is looked for among them. */
export function RoleMembers({ role, server, standing, membership: { members, loadMore, handOut } }: RoleMembersProps) {
  const t = useText();
  const may = standing.mayHandOut(role);
  const having = members.filter((member) => member.roles.includes(role.id));
  // What was found by name may be older than what was given since.
  const given = new Set(having.map((member) => member.userId));
  const [failure, setFailure] = useState<unknown>(null);
  const goOn = members.length < AT_ONCE && failure === null;
  useEffect(() => {
    if (goOn && loadMore) loadMore().catch(setFailure);
  }, [goOn, loadMore, members.length]);
  const askAgain = () => {
    setFailure(null);
    loadMore?.().catch(setFailure);
  };
  const add = may && (
    <MemberPicker
      stay
      serverId={server.id}
      label={t('role.findMember')}
      trigger={
        <Button look="quiet">
          <Icon of={UserPlus} size={16} />
          {t('role.addMember')}
        </Button>
      }
      offers={(member) => !given.has(member.userId) && !member.roles.includes(role.id)}
      onPick={({ userId, displayName }) => handOut({ userId, roleId: role.id, given: true, name: displayName })}
    />
  );
  return (
    <>
      {!may && standing.isAbove(role) && <p className="text-meta text-text-2">{t('role.cannotHandOut')}</p>}
      <div className="grid gap-2">
        <div className="flex min-h-9 items-center justify-between gap-3">
          <h3 className="tabular text-meta font-medium text-text-2">{t('role.having', { count: having.length })}</h3>
          {add}
        </div>
        {having.length === 0 ? (
          <Empty icon={Users} title={t('role.noMembers')} {...(may && { body: t('role.noMembersBody') })} />
        ) : (
          <ul className="-mx-2">
            {having.map((member) => (
              <li key={member.userId} className="flex min-h-12 items-center gap-3 rounded-control px-2 hover:bg-tint/4">
                <Avatar id={member.userId} name={member.displayName} url={member.avatarUrl} size={32} />
                <span className="grid min-w-0 grow">
                  <span className="truncate text-meta font-medium" dir="auto">
                    {member.displayName}
                  </span>
                  <span className="truncate text-label text-text-3">@{member.username}</span>
                </span>
                {may && (
                  <IconButton
                    icon={X}
                    label={t('role.takeFrom', { role: role.name, name: member.displayName })}
                    side="left"
                    onClick={() => handOut({ userId: member.userId, roleId: role.id, given: false, name: member.displayName })}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      {loadMore && !goOn && (
        <div className="flex items-center gap-3">
          <Button look="quiet" size="small" onClick={askAgain}>
            {t('role.more')}
          </Button>
          <span className="tabular text-label text-text-3">
            {failure !== null && `${problemText(t, failure)} `}
            {t('role.looked', { count: members.length, total: server.memberCount })}
          </span>
        </div>
      )}
    </>
  );
}
