import * as v from 'valibot';
import { Id, Position } from '@/gateway/contract/ids';
import { Presence } from '@/gateway/contract/presence';
import { Member } from '@/gateway/contract/server';
import { loadSnapshot } from '@/gateway/feed/snapshot';
import { request } from '@/gateway/http/request';
import { loadSome } from '@/gateway/presence/presences';

const LIMIT = 100;

const Page = v.object({
  items: v.array(v.object({ member: Member, presence: Presence })),
  next: v.optional(Id),
  position: Position,
});

/** Some of those who may see a channel, and where the next ones begin. */
export interface ChannelMembers {
  readonly items: readonly Member[];
  readonly next: Id | undefined;
  readonly position: number;
}

/** The next of those who may see a channel; who of them is connected goes into the presences of this page. */
export async function listChannelMembers(channelId: Id, after: Id | undefined, signal?: AbortSignal): Promise<ChannelMembers> {
  const load = () =>
    loadSnapshot(() => request('GET', `/channels/${channelId}/members`, Page, { query: { after, limit: LIMIT }, signal }));
  const { items, next, position } = await loadSome(load, (page) =>
    page.items.map(({ member: { userId }, presence }) => ({ userId, presence })),
  );
  return { items: items.map(({ member }) => member), next, position };
}
