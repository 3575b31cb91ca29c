import type { QueryClient } from '@tanstack/react-query';
import { channelsKey } from '@/features/channel';
import { memberKey } from '@/features/member';
import { serversKey } from '@/features/server';
import type { Id } from '@/gateway/contract/ids';
import type { Member, ServerPage } from '@/gateway/contract/server';
import { onFrame } from '@/gateway/feed/feed';
import { reloadPast } from '@/gateway/feed/reload';
import { changedRights } from '@/gateway/rights/changed-rights';

/** What one may do, and which channels one sees, only a fresh load says. */
export function followRights(client: QueryClient, me: Id): () => void {
  const placeIn = (serverId: Id) => ({
    roles: client.getQueryData<{ member: Member | null }>(memberKey(serverId, me))?.member?.roles,
    permissions: client.getQueryData<ServerPage>(serversKey)?.items.find((one) => one.id === serverId)?.permissions,
  });
  return onFrame((frame) => {
    const serverId = changedRights(frame, me, placeIn);
    if (serverId === undefined) return;
    void reloadPast(client, serversKey, frame.position);
    void reloadPast(client, channelsKey(serverId), frame.position);
  });
}
