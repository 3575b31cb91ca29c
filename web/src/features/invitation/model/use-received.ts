import { useQuery } from '@tanstack/react-query';
import { listReceived } from '../api/list-received';

export const receivedKey = ['received-invitations'] as const;

/** The servers that I am asked into. */
export function useReceivedInvitations() {
  return useQuery({ queryKey: receivedKey, queryFn: ({ signal }) => listReceived(signal), staleTime: Infinity });
}
