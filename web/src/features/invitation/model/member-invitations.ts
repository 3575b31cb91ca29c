import type { Id } from '@/gateway/contract/ids';

export const memberInvitationsName = 'member-invitations';

/** Who was asked into a server by name and has not answered. */
export const memberInvitationsKey = (serverId: Id) => [memberInvitationsName, serverId] as const;
