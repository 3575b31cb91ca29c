import type { Id } from '@/gateway/contract/ids';
import { PresencePage } from '@/gateway/contract/presence';
import { request } from '@/gateway/http/request';

/** Who of a server is connected, or who of some people of it, a hundred at most. */
export const listPresences = (serverId: Id, userIds?: readonly Id[], signal?: AbortSignal): Promise<PresencePage> =>
  request('GET', `/servers/${serverId}/presences`, PresencePage, { query: { userIds: userIds?.join(',') }, signal });
