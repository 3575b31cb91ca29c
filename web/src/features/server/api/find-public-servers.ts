import { ServerPage } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

export const findPublicServers = (words: string, signal?: AbortSignal): Promise<ServerPage> =>
  request('GET', '/discovery/servers', ServerPage, { query: { q: words }, signal });
