import type { Id } from '@/gateway/contract/ids';
import { InvitationPage } from '@/gateway/contract/invitation';
import { loadSnapshot } from '@/gateway/feed/snapshot';
import { request } from '@/gateway/http/request';

export const listInvitations = (serverId: Id, signal?: AbortSignal): Promise<InvitationPage> =>
  loadSnapshot(() => request('GET', `/servers/${serverId}/invitations`, InvitationPage, { signal }));
