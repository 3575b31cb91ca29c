import { ChevronRight, Plus, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import type { Id } from '@/gateway/contract/ids';
import { isEveryone, type Role } from '@/gateway/contract/role';
import type { Channel, Member } from '@/gateway/contract/server';
import { MemberPicker } from '@/gateway/members/member-picker';
import { problemText } from '@/gateway/problem-text';
import type { Standing } from '@/gateway/rights/standing';
import { usePhone } from '@/shared/hooks/use-media';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { cx } from '@/shared/ui/cx';
import { Delayed } from '@/shared/ui/delayed';
import { Failure } from '@/shared/ui/failure';
import { Icon } from '@/shared/ui/icon';
import { Dot } from '@/shared/ui/role-colour';
import { nothing, type Subject } from '../model/overwrite-draft';
import { useOverwrites } from '../model/use-overwrites';
import { FolderBanner } from './folder-banner';
import { OverwriteEditor, type BeforeRemoval, type PreviewOf } from './overwrite-editor';

interface ChannelPermissionsProps {
  readonly channel: Channel;
  /** The folder that it is in, when one may see it. */
  readonly folder: Channel | undefined;
  readonly me: Id;
  /** The highest first. */
  readonly roles: readonly Role[];
  /** One's own, by what one may do in this channel. */
  readonly standing: Standing;
  /** Those whom the channel says something about, and who is open, as far as they are loaded. */
  readonly members: readonly Member[];
  /** The role or member that is open; null for none. */
  readonly open: Id | null;
  readonly previewOf: PreviewOf;
  readonly beforeRemoval: BeforeRemoval;
  /** What it would do if the channel followed its folder again. */
  readonly syncPreview: ReactNode;
}

/** Whom a channel can say something about. */
interface Target {
  readonly id: Id;
  readonly name: string;
  readonly picture: ReactNode;
  readonly subject: Subject;
  readonly editable: boolean;
  /** Why it cannot be changed. */
  readonly reason: string | undefined;
}

/** What roles and members may do in one channel. */
export default function ChannelPermissions(props: ChannelPermissionsProps) {
  const { channel, folder, me, roles, standing, members, open, previewOf, beforeRemoval, syncPreview } = props;
  const t = useText();
  const phone = usePhone();
  const [, navigate] = useLocation();
  const { data, error, isError, refetch } = useOverwrites(channel.id);
  const hrefOf = (id?: Id) => paths.channelSettings(channel.serverId, channel.id, 'permissions', id);

  if (isError) return <Failure title={t('overwrite.failed')} body={problemText(t, error)} onRetry={() => void refetch()} />;
  if (data === undefined || roles.length === 0) {
    return (
      <Delayed>
        <div role="status" aria-label={t('app.loading')} className="grid gap-3">
          {[0, 1, 2, 3].map((row) => (
            <span key={row} className="skeleton h-12" />
          ))}
        </div>
      </Delayed>
    );
  }

  const ofRole = (role: Role): Target => {
    const editable = standing.isAbove(role);
    const name = isEveryone(role) ? t('role.everyone') : role.name;
    return {
      id: role.id,
      name,
      picture: isEveryone(role) ? <Icon of={Users} size={16} className="shrink-0 text-text-3" /> : <Dot colour={role.colour} />,
      subject: isEveryone(role) ? { kind: 'everyone' } : { kind: 'role', role },
      editable,
      reason: editable ? undefined : t('overwrite.notAbove', { name }),
    };
  };
  const ofMember = (member: Member): Target => {
    const editable = standing.isAboveMember(member.userId, member.roles);
    return {
      id: member.userId,
      name: member.displayName,
      picture: <Avatar id={member.userId} name={member.displayName} url={member.avatarUrl} size={20} />,
      subject: { kind: 'member', roles: member.roles },
      editable,
      reason: editable
        ? undefined
        : member.userId === me
          ? t('overwrite.self')
          : t('overwrite.notAbove', { name: member.displayName }),
    };
  };
  const targetOf = (id: Id): Target | undefined => {
    const role = roles.find((one) => one.id === id);
    const member = members.find((one) => one.userId === id);
    return role ? ofRole(role) : member && ofMember(member);
  };
  const unknown = (id: Id): Target => ({
    id,
    name: t('overwrite.unknown'),
    picture: <Avatar id={id} name="?" size={20} />,
    subject: { kind: 'member', roles: [] },
    editable: true,
    reason: undefined,
  });

  const listed = new Set([channel.serverId, ...data.items.map((one) => one.id), ...(open === null ? [] : [open])]);
  const ranks = new Map(roles.map((role, index) => [role.id, index]));
  const targets = [...listed]
    .map((id) => targetOf(id) ?? (data.items.some((one) => one.id === id) ? unknown(id) : undefined))
    .filter((target) => target !== undefined)
    .toSorted(
      (a, b) =>
        Number(b.subject.kind === 'everyone') - Number(a.subject.kind === 'everyone') ||
        (ranks.get(a.id) ?? roles.length) - (ranks.get(b.id) ?? roles.length) ||
        a.name.localeCompare(b.name),
    );
  const target = targets.find((one) => one.id === open);
  if (open === null && !phone) return <Redirect to={hrefOf(channel.serverId)} replace />;

  const banner = channel.parentId !== undefined && folder && (
    <FolderBanner channel={channel} folder={folder} synced={data.synced} preview={syncPreview} />
  );
  const rolesToAdd = roles.filter((role) => !isEveryone(role) && standing.isAbove(role) && !listed.has(role.id)).map(ofRole);
  const list = (
    <div className="flex flex-col gap-3 desktop:sticky desktop:top-8 desktop:w-60 desktop:shrink-0 desktop:self-start tablet:max-desktop:w-52 tablet:max-desktop:shrink-0">
      <MemberPicker
        serverId={channel.serverId}
        align="start"
        label={t('overwrite.find')}
        trigger={
          <Button look="quiet">
            <Icon of={Plus} size={16} />
            {t('overwrite.add')}
          </Button>
        }
        others={rolesToAdd.map((one) => ({ id: one.id, group: t('pick.roles'), name: one.name, picture: one.picture }))}
        offers={(member) => !listed.has(member.userId) && standing.isAboveMember(member.userId, member.roles)}
        onOther={(id) => navigate(hrefOf(id))}
        onPick={({ userId }) => navigate(hrefOf(userId))}
      />
      <nav aria-label={t('overwrite.targets')}>
        <ul className="grid gap-px">
          {targets.map((one) => (
            <li key={one.id} className="min-w-0">
              <Link
                href={hrefOf(one.id)}
                aria-current={one.id === open ? 'page' : undefined}
                className={cx(
                  'flex h-9 items-center gap-2.5 rounded-control px-2.5 text-body transition-colors pointer-coarse:h-12',
                  one.id === open ? 'bg-tint/10 font-medium text-text-1' : 'text-text-2 hover:bg-tint/5 hover:text-text-1',
                )}
              >
                <span className="grid w-5 shrink-0 place-items-center">{one.picture}</span>
                <span className="min-w-0 grow truncate" dir="auto">
                  {one.name}
                </span>
                <Icon of={ChevronRight} size={16} className="text-text-3 tablet:hidden" />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
  const overwrite = data.items.find((one) => one.id === open);
  const editor = target && (
    <OverwriteEditor
      key={target.id}
      channel={channel}
      target={target}
      said={overwrite ?? nothing}
      saved={overwrite !== undefined}
      overwrites={data.items}
      roles={roles}
      standing={standing}
      previewOf={previewOf}
      beforeRemoval={beforeRemoval}
      onRemoved={() => navigate(hrefOf(phone ? undefined : channel.serverId))}
    />
  );
  if (phone) {
    return target ? (
      editor
    ) : (
      <>
        <p className="text-meta text-text-2">{t('overwrite.lead')}</p>
        {banner}
        {list}
      </>
    );
  }
  return (
    <>
      <p className="-mt-4 max-w-[760px] text-body text-pretty text-text-2">{t('overwrite.lead')}</p>
      {banner}
      <div className="flex grow gap-8 max-desktop:gap-5">
        {list}
        {editor}
      </div>
    </>
  );
}
