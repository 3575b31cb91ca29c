import { Popover } from '@base-ui/react/popover';
import { Crown, Plus, X } from 'lucide-react';
import type { Member, Server } from '@/gateway/contract/server';
import { presenceOf, presences } from '@/gateway/presence/presences';
import { roleColour } from '@/gateway/rights/role-colour';
import { useWayBack } from '@/shared/hooks/use-way-back';
import { dayName, useLanguage, useText } from '@/shared/i18n';
import { Icon } from '@/shared/ui/icon';
import { useStore } from '@/shared/model/store';
import { PresenceDot } from '@/shared/ui/presence-dot';
import { PresentAvatar } from '@/shared/ui/present-avatar';
import { PickPopover } from '@/shared/ui/pick-popover';
import { Dot, Ink } from '@/shared/ui/role-colour';
import type { ServerRoles } from '../model/membership';

interface MemberProfileProps {
  readonly open: boolean;
  readonly member: Member;
  readonly server: Server;
  readonly serverRoles: ServerRoles;
  /** What it stands beside. */
  readonly anchor: Element | null;
  readonly side?: 'left' | 'right';
  readonly onClose: () => void;
}

/** Who someone is in a server, and which roles they have. */
export default function MemberProfile({ open, anchor, side = 'left', onClose, ...rest }: MemberProfileProps) {
  useWayBack(open, onClose);
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next, { reason, event }) => {
        const onAnchor = reason === 'outside-press' && event.target instanceof Node && anchor?.contains(event.target);
        if (!next && !onAnchor) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side={side}
          align="start"
          sideOffset={8}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <Popover.Popup className="pop w-[300px] max-w-[calc(100vw-16px)] rounded-card bg-surface-3 shadow-float outline-none">
            <Profile {...rest} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Profile({ member, server, serverRoles: { roles, standing, handOut } }: Pick<MemberProfileProps, 'member' | 'server' | 'serverRoles'>) {
  const t = useText();
  const language = useLanguage();
  const shown = useStore(presences, (known) => presenceOf(known, member.userId));
  const own = roles.filter((role) => member.roles.includes(role.id));
  const toGive = roles.filter((role) => !member.roles.includes(role.id) && standing.mayHandOut(role));
  return (
    <div className="grid gap-4 p-4">
      <div className="flex items-center gap-3">
        <PresentAvatar
          id={member.userId}
          name={member.displayName}
          url={member.avatarUrl}
          size={56}
          ring="surface-3"
          shown={shown}
        />
        <div className="grid min-w-0">
          <Popover.Title className="flex min-w-0 items-center gap-1.5 text-body font-semibold">
            <Ink colour={roleColour(roles, member.roles)} className="truncate">
              {member.displayName}
            </Ink>
            {member.userId === server.ownerId && (
              <span role="img" aria-label={t('members.owner')} className="text-warning">
                <Icon of={Crown} size={15} />
              </span>
            )}
          </Popover.Title>
          <p className="truncate text-meta text-text-2">@{member.username}</p>
          <p className="flex items-center gap-1.5 text-label text-text-2">
            <PresenceDot of={shown} />
            {t(`presence.${shown}`)}
          </p>
        </div>
      </div>
      <section aria-label={t('role.of')} className="grid gap-2 border-t border-line pt-3">
        <h3 className="text-label font-medium text-text-3">{t('role.of')}</h3>
        <ul className="flex flex-wrap gap-1.5">
          {own.map((role) => (
            <li key={role.id} className="flex h-7 max-w-full items-center gap-1.5 rounded-full bg-tint/7 pr-2.5 pl-2.5 text-label font-medium">
              <Dot colour={role.colour} size={10} />
              <span className="truncate" dir="auto">
                {role.name}
              </span>
              {standing.mayHandOut(role) && (
                <button
                  type="button"
                  aria-label={t('role.takeFrom', { role: role.name, name: member.displayName })}
                  onClick={() => handOut({ userId: member.userId, roleId: role.id, given: false, name: member.displayName })}
                  className="relative -mr-1.5 grid size-5 place-items-center rounded-full text-text-3 transition-colors after:absolute after:-inset-1.5 hover:bg-tint/12 hover:text-text-1"
                >
                  <Icon of={X} size={13} />
                </button>
              )}
            </li>
          ))}
          {own.length === 0 && toGive.length === 0 && <li className="text-meta text-text-3">{t('role.noneOf')}</li>}
          {toGive.length > 0 && (
            <li>
              <PickPopover
                stay
                align="start"
                label={t('role.filter')}
                trigger={
                  <button
                    type="button"
                    className="flex h-7 items-center gap-1 rounded-full pr-2.5 pl-2 text-label font-medium text-text-2 ring-1 ring-tint/20 transition-colors ring-inset hover:bg-tint/6 hover:text-text-1 pointer-coarse:h-11"
                  >
                    <Icon of={Plus} size={14} />
                    {t('role.give')}
                  </button>
                }
                picks={toGive.map((role) => ({
                  id: role.id,
                  group: t('pick.roles'),
                  name: role.name,
                  picture: <Dot colour={role.colour} />,
                }))}
                onPick={({ id }) => handOut({ userId: member.userId, roleId: id, given: true, name: member.displayName })}
              />
            </li>
          )}
        </ul>
      </section>
      <p className="border-t border-line pt-3 text-label text-text-3">
        {t('member.since', { date: dayName(language, new Date(member.joinedAt), new Date()) })}
      </p>
    </div>
  );
}
