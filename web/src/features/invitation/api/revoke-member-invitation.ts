import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const revokeMemberInvitation = (serverId: Id, userId: Id): Promise<void> =>
  command('DELETE', `/servers/${serverId}/member-invitations/${userId}`);
