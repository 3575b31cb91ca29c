import type { Id } from '@/gateway/contract/ids';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

/** Lets a channel follow its folder; what it said of its own is lost. */
export const syncChannel = (channelId: Id): Promise<Accepted> =>
  request('DELETE', `/channels/${channelId}/overwrites`, Accepted);
