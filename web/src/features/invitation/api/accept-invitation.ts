import type { InvitationCode } from '@/gateway/contract/invitation';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

/** Enters; answers the id of the server. Who is in it already stays. */
export const acceptInvitation = async (code: InvitationCode): Promise<string> =>
  (await request('POST', `/invitations/${encodeURIComponent(code)}/accept`, Accepted)).id;
