import { DiscoveryPage } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

const AT_ONCE = '24';

export const findPublicServers = (words: string, cursor: string | null, signal?: AbortSignal): Promise<DiscoveryPage> =>
  request('GET', '/discovery/servers', DiscoveryPage, {
    query: { q: words, limit: AT_ONCE, ...(cursor === null ? {} : { cursor }) },
    signal,
  });
