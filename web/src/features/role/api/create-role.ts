import type { Id } from '@/gateway/contract/ids';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

export interface NewRole {
  readonly name: string;
  readonly colour?: string;
}

/** It stands beneath all others, and allows nothing yet. */
export const createRole = (serverId: Id, role: NewRole, idempotencyKey: string): Promise<Accepted> =>
  request('POST', `/servers/${serverId}/roles`, Accepted, { body: role, idempotencyKey });
