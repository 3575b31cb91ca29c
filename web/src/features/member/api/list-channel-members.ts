import * as v from 'valibot';
import { Id, Position } from '@/gateway/contract/ids';
import { Member } from '@/gateway/contract/server';
import { loadSnapshot } from '@/gateway/feed/snapshot';
import { request } from '@/gateway/http/request';

const LIMIT = 100;

const Page = v.object({ items: v.array(v.object({ member: Member })), next: v.optional(Id), position: Position });

/** Some of those who may see a channel, and where the next ones begin. */
export interface ChannelMembers {
  readonly items: readonly Member[];
  readonly next: Id | undefined;
  readonly position: number;
}

/** The next of those who may see a channel. */
export async function listChannelMembers(channelId: Id, after: Id | undefined, signal?: AbortSignal): Promise<ChannelMembers> {
  const { items, next, position } = await loadSnapshot(() =>
    request('GET', `/channels/${channelId}/members`, Page, { query: { after, limit: LIMIT }, signal }),
  );
  return { items: items.map(({ member }) => member), next, position };
}
