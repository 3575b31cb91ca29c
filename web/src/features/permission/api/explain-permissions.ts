import type { Id } from '@/gateway/contract/ids';
import { MemberPermissions } from '@/gateway/contract/permission';
import { request } from '@/gateway/http/request';

/** What a member may do, and why: in a channel, or without one in the server as a whole. */
export const explainPermissions = (
  serverId: Id,
  channelId: Id | undefined,
  userId: Id,
  signal?: AbortSignal,
): Promise<MemberPermissions> =>
  request(
    'GET',
    channelId === undefined ? `/servers/${serverId}/permissions/${userId}` : `/channels/${channelId}/permissions/${userId}`,
    MemberPermissions,
    { signal },
  );
