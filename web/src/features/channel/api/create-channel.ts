import type { Id } from '@/gateway/contract/ids';
import { Accepted, type Channel } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

export interface NewChannel {
  readonly name: string;
  readonly type: Channel['type'];
  readonly parentId?: Id;
  readonly private?: boolean;
}

export const createChannel = (serverId: Id, channel: NewChannel, idempotencyKey: string): Promise<Accepted> =>
  request('POST', `/servers/${serverId}/channels`, Accepted, { body: channel, idempotencyKey });
