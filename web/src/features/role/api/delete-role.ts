import type { Id } from '@/gateway/contract/ids';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

export const deleteRole = (serverId: Id, roleId: Id): Promise<Accepted> =>
  request('DELETE', `/servers/${serverId}/roles/${roleId}`, Accepted);
