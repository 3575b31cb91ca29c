import type { Id } from '@/gateway/contract/ids';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

/** What is left out stays; a topic of null is taken away. */
export interface ChannelChange {
  readonly name?: string;
  readonly topic?: string | null;
}

export const changeChannel = (channelId: Id, change: ChannelChange): Promise<Accepted> =>
  request('PATCH', `/channels/${channelId}`, Accepted, { body: change });
