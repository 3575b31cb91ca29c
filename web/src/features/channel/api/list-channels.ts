import * as v from 'valibot';
import { Position, type Id } from '@/gateway/contract/ids';
import { Channel } from '@/gateway/contract/server';
import { loadSnapshot } from '@/gateway/feed/snapshot';
import { request } from '@/gateway/http/request';

const ChannelPage = v.object({ items: v.array(Channel), position: Position });
export type ChannelPage = v.InferOutput<typeof ChannelPage>;

export const listChannels = (serverId: Id, signal?: AbortSignal): Promise<ChannelPage> =>
  loadSnapshot(() => request('GET', `/servers/${serverId}/channels`, ChannelPage, { signal }));
