import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const banMember = (serverId: Id, userId: Id, reason: string | undefined): Promise<void> =>
  command('PUT', `/servers/${serverId}/bans/${userId}`, { body: { reason } });
