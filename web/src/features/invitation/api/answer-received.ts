import type { Id } from '@/gateway/contract/ids';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

/** Answers an invitation that names oneself. */
export const answerReceived = (serverId: Id, accept: boolean): Promise<Accepted> =>
  accept
    ? request('POST', `/me/invitations/${serverId}/accept`, Accepted)
    : request('DELETE', `/me/invitations/${serverId}`, Accepted);
