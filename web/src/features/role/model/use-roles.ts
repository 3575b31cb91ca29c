import { useQuery } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import { listRoles } from '../api/list-roles';

export const rolesName = 'roles';

export const rolesKey = (serverId: Id) => [rolesName, serverId] as const;

/** The roles of a server, the highest first. */
export const useRoles = (serverId: Id) =>
  useQuery({
    queryKey: rolesKey(serverId),
    queryFn: ({ signal }) => listRoles(serverId, signal),
    staleTime: Infinity,
  });
