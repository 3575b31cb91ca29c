import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const trustMember = (serverId: Id, userId: Id): Promise<void> =>
  command('PUT', `/servers/${serverId}/members/${userId}/trust`);
