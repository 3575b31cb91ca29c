import { PermissionExplainer } from '@/features/permission';
import type { Id } from '@/gateway/contract/ids';

interface WhySectionProps {
  readonly serverId: Id;
  /** Without one it is about the server as a whole. */
  readonly channelId?: Id;
}

/** What someone may do, and what decided it. */
export function WhySection({ serverId, channelId }: WhySectionProps) {
  return <PermissionExplainer serverId={serverId} channelId={channelId} />;
}
