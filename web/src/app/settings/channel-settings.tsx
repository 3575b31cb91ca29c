import type { Id } from '@/gateway/contract/ids';
import type { Me } from '@/gateway/contract/user';
interface ChannelSettingsProps {
  readonly me: Me;
  readonly serverId: Id;
  readonly channelId: Id;
  readonly section: string | null;
  readonly item: string | null;
}
export function ChannelSettings(_: ChannelSettingsProps) {
  return null;
}
