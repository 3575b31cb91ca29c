import type { Id } from '@/gateway/contract/ids';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

/** What is left out stays; a description of null is taken away. */
export interface ServerChange {
  readonly name?: string;
  readonly description?: string | null;
  readonly visibility?: 'public' | 'private';
}

export const changeServer = (serverId: Id, change: ServerChange): Promise<Accepted> =>
  request('PATCH', `/servers/${serverId}`, Accepted, { body: change });
