import type { Id } from '@/gateway/contract/ids';
import { MemberPage, type Member } from '@/gateway/contract/server';
import { loadSnapshot } from '@/gateway/feed/snapshot';
import { request } from '@/gateway/http/request';
import { idBefore } from '../model/id-before';

/** One member, or null; `position` is the place up to which the answer knows everything. */
export interface FoundMember {
  readonly member: Member | null;
  readonly position: number;
}

/** Members are listed by id: who comes next after the id before theirs is the one, or is not in the server. */
export async function findMember(serverId: Id, userId: Id, signal?: AbortSignal): Promise<FoundMember> {
  const { items, position } = await loadSnapshot(() =>
    request('GET', `/servers/${serverId}/members`, MemberPage, { query: { after: idBefore(userId), limit: 1 }, signal }),
  );
  return { member: items.find((one) => one.userId === userId) ?? null, position };
}
