import { DeletedServerPage } from '@/gateway/contract/server';
import { loadSnapshot } from '@/gateway/feed/snapshot';
import { request } from '@/gateway/http/request';

export const listDeletedServers = (signal?: AbortSignal): Promise<DeletedServerPage> =>
  loadSnapshot(() => request('GET', '/servers/deleted', DeletedServerPage, { signal }));
