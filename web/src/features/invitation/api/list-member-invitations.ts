import type { Id } from '@/gateway/contract/ids';
import { MemberInvitationPage } from '@/gateway/contract/invitation';
import { loadSnapshot } from '@/gateway/feed/snapshot';
import { request } from '@/gateway/http/request';

export const listMemberInvitations = (serverId: Id, signal?: AbortSignal): Promise<MemberInvitationPage> =>
  loadSnapshot(() => request('GET', `/servers/${serverId}/member-invitations`, MemberInvitationPage, { signal }));
