import type { InvitationCode } from '@/gateway/contract/invitation';
import { command } from '@/gateway/http/request';

export const revokeInvitation = (code: InvitationCode): Promise<void> => command('DELETE', `/invitations/${code}`);
