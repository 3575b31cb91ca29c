import type { Id } from '@/gateway/contract/ids';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

/** What is left out stays; a topic of null is taken away. */
export interface ChannelChange {
  readonly name?: string;
  readonly topic?: string | null;
  /** Seconds, 0 for none. */
  readonly slowMode?: number;
  readonly private?: boolean;
}

export const changeChannel = (channelId: Id, change: ChannelChange): Promise<Accepted> =>
  request('PATCH', `/channels/${channelId}`, Accepted, { body: change });
