import * as v from 'valibot';
import { InvitationPreview, type InvitationCode } from '@/gateway/contract/invitation';
import { Problem } from '@/gateway/http/problem';
import { request } from '@/gateway/http/request';
import { reach } from '@/gateway/session/form-request';

/** What an invitation leads to; also for who is not signed in, who has no token to ask with. */
export async function getInvitation(code: InvitationCode, signedIn: boolean): Promise<InvitationPreview> {
  const path = `/invitations/${encodeURIComponent(code)}`;
  if (signedIn) return request('GET', path, InvitationPreview);
  const response = await reach(`/api${path}`, { headers: { Accept: 'application/json' } });
  const parsed = v.safeParse(InvitationPreview, await response.json().catch(() => undefined));
  if (!parsed.success) throw new Problem(response.status, { code: 'answer.unexpected' });
  return parsed.output;
}
