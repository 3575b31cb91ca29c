import type { Id } from '@/gateway/contract/ids';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

/** @param order every role but that of everyone, the highest first */
export const reorderRoles = (serverId: Id, order: readonly Id[]): Promise<Accepted> =>
  request('PATCH', `/servers/${serverId}/roles`, Accepted, { body: { order } });
