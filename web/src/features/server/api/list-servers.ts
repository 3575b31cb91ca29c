import { ServerPage } from '@/gateway/contract/server';
import { loadSnapshot } from '@/gateway/feed/snapshot';
import { request } from '@/gateway/http/request';

export const listServers = (signal?: AbortSignal): Promise<ServerPage> =>
  loadSnapshot(() => request('GET', '/servers', ServerPage, { signal }));
