import { ReceivedInvitationPage } from '@/gateway/contract/invitation';
import { loadSnapshot } from '@/gateway/feed/snapshot';
import { request } from '@/gateway/http/request';

export const listReceived = (signal?: AbortSignal): Promise<ReceivedInvitationPage> =>
  loadSnapshot(() => request('GET', '/me/invitations', ReceivedInvitationPage, { signal }));
