import { AuditLog, type Thing } from '@/features/audit';
import { useChannels } from '@/features/channel';
import { useRoles } from '@/features/role';
import type { Id } from '@/gateway/contract/ids';
import { isEveryone } from '@/gateway/contract/role';

/** The audit log, which can be asked about all channels and roles that are there. */
export function ServerAudit({ serverId }: { readonly serverId: Id }) {
  const channels = useChannels(serverId).data?.items ?? [];
  const roles = useRoles(serverId).data?.items ?? [];
  const things: readonly Thing[] = [
    ...channels.map(({ id, name, type }) => ({ id, name: type === 'folder' ? name : `#${name}` })),
    ...roles.filter((role) => !isEveryone(role)).map(({ id, name }) => ({ id, name })),
  ];
  return <AuditLog serverId={serverId} things={things} />;
}
