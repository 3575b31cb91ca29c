import { useHandOut, useMember, useMembers } from '@/features/member';
import { ChangePreview } from '@/features/permission';
import { RolesSettings } from '@/features/role';
import type { ServerSectionProps } from './server-settings';

/** Roles, with the members that can have them. */
export function RolesSection({ server, me, item }: ServerSectionProps) {
  const own = useMember(server.id, me.id);
  const { query, loadMore } = useMembers(server.id);
  const handOut = useHandOut(server.id);
  // Until one's roles are known, nothing is known of what stands beneath them.
  if (own === undefined) return null;
  return (
    <RolesSettings
      server={server}
      me={me.id}
      open={item}
      membership={{
        own: own?.roles ?? [],
        members: query.data?.items ?? [],
        loadMore: query.data?.hasAfter ? loadMore : null,
        handOut,
      }}
      previewOf={(roleId, permissions) => (
        <ChangePreview serverId={server.id} change={{ change: 'role-permissions-set', roleId, permissions }} />
      )}
    />
  );
}
