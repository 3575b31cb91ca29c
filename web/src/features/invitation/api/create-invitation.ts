import type { Id } from '@/gateway/contract/ids';
import { MadeInvitation } from '@/gateway/contract/invitation';
import { request } from '@/gateway/http/request';

/** Without `maxUses` as many as come; `expiresIn` in seconds, 0 for never. */
export interface Terms {
  readonly maxUses?: number;
  readonly expiresIn: number;
}

export const createInvitation = (serverId: Id, terms: Terms, idempotencyKey: string): Promise<MadeInvitation> =>
  request('POST', `/servers/${serverId}/invitations`, MadeInvitation, { body: terms, idempotencyKey });
