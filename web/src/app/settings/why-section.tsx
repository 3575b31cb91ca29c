import { useMembers } from '@/features/member';
import { PermissionExplainer } from '@/features/permission';
import type { Id } from '@/gateway/contract/ids';

interface WhySectionProps {
  readonly serverId: Id;
  /** Without one it is about the server as a whole. */
  readonly channelId?: Id;
}

/** What someone may do, and what decided it. */
export function WhySection({ serverId, channelId }: WhySectionProps) {
  const members = useMembers(serverId).query.data?.items ?? [];
  return <PermissionExplainer serverId={serverId} channelId={channelId} members={members} />;
}
