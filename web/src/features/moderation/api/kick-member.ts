import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const kickMember = (serverId: Id, userId: Id, reason: string | undefined): Promise<void> =>
  command('DELETE', `/servers/${serverId}/members/${userId}`, { body: { reason } });
