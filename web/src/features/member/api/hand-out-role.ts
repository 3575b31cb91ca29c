import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

/** Gives a role to a member, or takes it from them. */
export const handOutRole = (serverId: Id, userId: Id, roleId: Id, given: boolean): Promise<void> =>
  command(given ? 'PUT' : 'DELETE', `/servers/${serverId}/members/${userId}/roles/${roleId}`);
