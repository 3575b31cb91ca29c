import { useQuery } from '@tanstack/react-query';
import { listDeletedServers } from '../api/list-deleted-servers';

export const deletedServersKey = ['deleted-servers'] as const;

/** The servers that I deleted and that are not gone for ever yet. */
export function useDeletedServers() {
  return useQuery({
    queryKey: deletedServersKey,
    queryFn: ({ signal }) => listDeletedServers(signal),
    staleTime: Infinity,
  });
}
