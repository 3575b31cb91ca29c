import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const unbanMember = (serverId: Id, userId: Id): Promise<void> =>
  command('DELETE', `/servers/${serverId}/bans/${userId}`);
