import type { Id } from '@/gateway/contract/ids';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

export const inviteMember = (serverId: Id, username: string, idempotencyKey: string): Promise<Accepted> =>
  request('POST', `/servers/${serverId}/member-invitations`, Accepted, { body: { username }, idempotencyKey });
