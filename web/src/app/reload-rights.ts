import type { QueryClient } from '@tanstack/react-query';
import { channelsKey } from '@/features/channel';
import { serversKey } from '@/features/server';
import type { Id } from '@/gateway/contract/ids';

/** What oneself may do in a server has changed; only fresh answers say how. */
export function reloadRights(client: QueryClient, serverId: Id): void {
  void client.invalidateQueries({ queryKey: serversKey });
  void client.invalidateQueries({ queryKey: channelsKey(serverId) });
}
