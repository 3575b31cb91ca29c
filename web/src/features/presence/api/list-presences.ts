import type { Id } from '@/gateway/contract/ids';
import { PresencePage } from '@/gateway/contract/presence';
import { request } from '@/gateway/http/request';

/** Who of a server is connected. */
export const listPresences = (serverId: Id, signal?: AbortSignal): Promise<PresencePage> =>
  request('GET', `/servers/${serverId}/presences`, PresencePage, { signal });
