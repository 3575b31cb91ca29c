import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

/**
 * @param durationSeconds from now on
 */
export const timeOutMember = (
  serverId: Id,
  userId: Id,
  durationSeconds: number,
  reason: string | undefined,
): Promise<void> => command('PUT', `/servers/${serverId}/members/${userId}/timeout`, { body: { durationSeconds, reason } });
