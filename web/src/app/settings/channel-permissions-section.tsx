import { ChannelPermissions, useChannels, useOverwrites } from '@/features/channel';
import { useMember, useMembers, useMembersById } from '@/features/member';
import { useRoles } from '@/features/role';
import { standingOf } from '@/gateway/rights/standing';
import type { ChannelSectionProps } from './channel-settings';
import { useOverwriteForesight } from './use-overwrite-foresight';

/** What roles and members may do in a channel, with the roles and members of its server. */
export function ChannelPermissionsSection({ server, channel, me, item }: ChannelSectionProps) {
  const roles = useRoles(server.id).data?.items ?? [];
  const own = useMember(server.id, me.id);
  const foresight = useOverwriteForesight(channel);
  const folder = useChannels(server.id).data?.items.find((one) => one.id === channel.parentId);
  const named = useOverwrites(channel.id).data?.items.flatMap((one) => (one.kind === 'member' ? [one.id] : [])) ?? [];
  const loaded = useMembers(server.id).query.data?.items ?? [];
  const isRole = item === channel.serverId || roles.some((role) => role.id === item);
  const far = useMembersById(
    server.id,
    [...new Set([...named, ...(item === null || isRole ? [] : [item])])].filter(
      (id) => !loaded.some((member) => member.userId === id),
    ),
  );
  // Until one's roles are known, nothing is known of what stands beneath them.
  if (own === undefined) return null;
  return (
    <ChannelPermissions
      channel={channel}
      folder={folder}
      me={me.id}
      roles={roles}
      standing={standingOf(server, roles, me.id, own?.roles ?? [], channel.permissions)}
      members={[...loaded, ...far]}
      open={item}
      {...foresight}
    />
  );
}
