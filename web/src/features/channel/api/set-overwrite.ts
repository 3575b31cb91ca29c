import type { Id } from '@/gateway/contract/ids';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

/** What a channel gives and takes; a permission in neither is as elsewhere. */
export interface Said {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

/** Sets all of it for a role or a member. */
export const setOverwrite = (channelId: Id, targetId: Id, said: Said): Promise<Accepted> =>
  request('PUT', `/channels/${channelId}/overwrites/${targetId}`, Accepted, { body: said });
