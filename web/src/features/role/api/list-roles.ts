import type { Id } from '@/gateway/contract/ids';
import { RolePage } from '@/gateway/contract/role';
import { loadSnapshot } from '@/gateway/feed/snapshot';
import { request } from '@/gateway/http/request';

export const listRoles = (serverId: Id, signal?: AbortSignal): Promise<RolePage> =>
  loadSnapshot(() => request('GET', `/servers/${serverId}/roles`, RolePage, { signal }));
