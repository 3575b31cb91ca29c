import type { Id } from '@/gateway/contract/ids';
import { Safety } from '@/gateway/contract/moderation';
import { request } from '@/gateway/http/request';

/** @param atLeast the position that the answer must know */
export const getSafety = (serverId: Id, atLeast: number | undefined, signal?: AbortSignal): Promise<Safety> =>
  request('GET', `/servers/${serverId}/safety`, Safety, { query: { atLeast }, signal });
