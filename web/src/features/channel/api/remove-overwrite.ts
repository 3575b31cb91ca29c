import type { Id } from '@/gateway/contract/ids';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

export const removeOverwrite = (channelId: Id, targetId: Id): Promise<Accepted> =>
  request('DELETE', `/channels/${channelId}/overwrites/${targetId}`, Accepted);
