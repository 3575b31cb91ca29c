import { MemberActivity } from '@/gateway/contract/audit';
import type { Id } from '@/gateway/contract/ids';
import { request } from '@/gateway/http/request';

export const getMemberActivity = (serverId: Id, userId: Id, signal?: AbortSignal): Promise<MemberActivity> =>
  request('GET', `/servers/${serverId}/members/${userId}/activity`, MemberActivity, { signal });
