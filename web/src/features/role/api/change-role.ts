import type { Id } from '@/gateway/contract/ids';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

/** What is left out stays; a colour of null is taken away. Permissions are all that the role shall allow. */
export interface RoleChange {
  readonly name?: string;
  readonly colour?: string | null;
  readonly permissions?: readonly string[];
}

export const changeRole = (serverId: Id, roleId: Id, change: RoleChange): Promise<Accepted> =>
  request('PATCH', `/servers/${serverId}/roles/${roleId}`, Accepted, { body: change });
