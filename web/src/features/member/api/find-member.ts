import type { Id } from '@/gateway/contract/ids';
import { MemberPage, type Member } from '@/gateway/contract/server';
import { loadSnapshot } from '@/gateway/feed/snapshot';
import { request } from '@/gateway/http/request';

/** What the server answers at once. */
const MOST = 100;

/** One member, or null; `position` is the place up to which the answer knows everything. */
export interface FoundMember {
  readonly member: Member | null;
  readonly position: number;
}

interface Batch {
  readonly ids: Set<Id>;
  readonly answer: Promise<MemberPage>;
}

const gathering = new Map<Id, Batch>();

/** A member, if they are in the server; all that are asked for in one go are asked for by one request. */
export async function findMember(serverId: Id, userId: Id): Promise<FoundMember> {
  const batch = gathering.get(serverId) ?? begin(serverId);
  batch.ids.add(userId);
  if (batch.ids.size === MOST) gathering.delete(serverId);
  const { items, position } = await batch.answer;
  return { member: items.find((one) => one.userId === userId) ?? null, position };
}

function begin(serverId: Id): Batch {
  const ids = new Set<Id>();
  const batch: Batch = {
    ids,
    answer: Promise.resolve().then(() => {
      if (gathering.get(serverId) === batch) gathering.delete(serverId);
      return loadSnapshot(() =>
        request('GET', `/servers/${serverId}/members`, MemberPage, { query: { userIds: [...ids].join(',') } }),
      );
    }),
  };
  gathering.set(serverId, batch);
  return batch;
}
