import type { Id } from '@/gateway/contract/ids';
import { OwnLimits } from '@/gateway/contract/moderation';
import { request } from '@/gateway/http/request';

export const getOwnLimits = (serverId: Id, signal?: AbortSignal): Promise<OwnLimits> =>
  request('GET', `/servers/${serverId}/members/me/limits`, OwnLimits, { signal });
