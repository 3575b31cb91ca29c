import { useQuery } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import { listInvitations } from '../api/list-invitations';

export const invitationsName = 'invitations';

export const invitationsKey = (serverId: Id) => [invitationsName, serverId] as const;

/** The invitations of a server that I look after. */
export function useInvitations(serverId: Id) {
  return useQuery({ queryKey: invitationsKey(serverId), queryFn: ({ signal }) => listInvitations(serverId, signal) });
}
