import type { Id } from '@/gateway/contract/ids';
import { MemberPage } from '@/gateway/contract/server';
import { loadSnapshot } from '@/gateway/feed/snapshot';
import { request } from '@/gateway/http/request';

const LIMIT = 100;

/** The next members after one, in the order of the list. */
export const listMembers = (serverId: Id, after: Id | undefined, signal?: AbortSignal): Promise<MemberPage> =>
  loadSnapshot(() => request('GET', `/servers/${serverId}/members`, MemberPage, { query: { after, limit: LIMIT }, signal }));
