import { MemberHistory } from '@/gateway/contract/audit';
import type { Id } from '@/gateway/contract/ids';
import { request } from '@/gateway/http/request';

export const getMemberHistory = (serverId: Id, userId: Id, signal?: AbortSignal): Promise<MemberHistory> =>
  request('GET', `/servers/${serverId}/members/${userId}/history`, MemberHistory, { signal });
