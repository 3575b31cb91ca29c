import type { Id } from '@/gateway/contract/ids';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

export const handOverServer = (serverId: Id, userId: Id): Promise<Accepted> =>
  request('PUT', `/servers/${serverId}/owner`, Accepted, { body: { userId } });
