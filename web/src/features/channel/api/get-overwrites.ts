import type { Id } from '@/gateway/contract/ids';
import { ChannelOverwrites } from '@/gateway/contract/overwrite';
import { request } from '@/gateway/http/request';

export const getOverwrites = (channelId: Id, signal?: AbortSignal): Promise<ChannelOverwrites> =>
  request('GET', `/channels/${channelId}/overwrites`, ChannelOverwrites, { signal });
