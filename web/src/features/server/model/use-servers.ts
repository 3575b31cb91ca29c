import { useQuery } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import type { Server } from '@/gateway/contract/server';
import { listServers } from '../api/list-servers';

export const serversKey = ['servers'] as const;

/** The servers that I am in. */
export function useServers() {
  return useQuery({ queryKey: serversKey, queryFn: ({ signal }) => listServers(signal), staleTime: Infinity });
}

/** One of my servers; undefined while they load, null when I am not in it. */
export function useServer(serverId: Id): Server | null | undefined {
  const { data } = useServers();
  return data === undefined ? undefined : (data.items.find((server) => server.id === serverId) ?? null);
}
