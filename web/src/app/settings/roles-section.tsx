import { useState } from 'react';
import { useMember, useMembers, useMembersById } from '@/features/member';
import { ChangePreview, useForesight } from '@/features/permission';
import { RolesSettings, useRoles } from '@/features/role';
import type { Id } from '@/gateway/contract/ids';
import type { Role } from '@/gateway/contract/role';
import { useText } from '@/shared/i18n';
import { useForeseenHandOut } from '../use-foreseen-hand-out';
import type { ServerSectionProps } from './server-settings';

const none: readonly Role[] = [];

/** Roles, with the members that can have them. */
export function RolesSection({ server, me, item }: ServerSectionProps) {
  const own = useMember(server.id, me.id);
  const { query, loadMore } = useMembers(server.id);
  const t = useText();
  const roles = useRoles(server.id).data?.items ?? none;
  const handOut = useForeseenHandOut(server.id, roles);
  const foresee = useForesight();
  // Whoever is given a role here is shown with it, however far down the list they stand.
  const [met, setMet] = useState<readonly Id[]>([]);
  const loaded = query.data?.items ?? [];
  const far = useMembersById(
    server.id,
    met.filter((id) => !loaded.some((member) => member.userId === id)),
  );
  // Until one's roles are known, nothing is known of what stands beneath them.
  if (own === undefined) return null;
  return (
    <RolesSettings
      server={server}
      me={me.id}
      open={item}
      membership={{
        own: own?.roles ?? [],
        members: [...loaded, ...far],
        loadMore: query.data?.hasAfter ? loadMore : null,
        handOut: (change) => {
          if (!met.includes(change.userId)) setMet([...met, change.userId]);
          handOut(change);
        },
      }}
      previewOf={(roleId, permissions) => (
        <ChangePreview serverId={server.id} change={{ change: 'role-permissions-set', roleId, permissions }} />
      )}
      beforeDeletion={(role, run) =>
        foresee({
          serverId: server.id,
          change: { change: 'role-deleted', roleId: role.id },
          title: t('preview.deleteTitle', { role: role.name }),
          act: t('role.delete'),
          danger: true,
          run,
        })
      }
    />
  );
}
