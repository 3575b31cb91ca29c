import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import { loadPresences } from '@/gateway/presence/presences';
import { listPresences } from '../api/list-presences';
import { connectedOf, keptConnected, type Connected } from './connected';

/** Of a large server no signal tells the count. */
const COUNT_EVERY_MS = 30_000;
/** A small one may have become large meanwhile. */
const LOOK_EVERY_MS = 120_000;

export const connectedName = 'connected';

/** How many of a server are connected; who that is goes into the presences of this page. */
export function useConnected(serverId: Id): Connected | undefined {
  const client = useQueryClient();
  return useQuery({
    queryKey: [connectedName, serverId],
    queryFn: async ({ queryKey, signal }): Promise<Connected> => {
      const page = await loadPresences(() => listPresences(serverId, undefined, signal));
      return keptConnected(client.getQueryData<Connected>(queryKey), connectedOf(page));
    },
    staleTime: COUNT_EVERY_MS,
    refetchInterval: ({ state }) => (state.data?.complete === false ? COUNT_EVERY_MS : LOOK_EVERY_MS),
  }).data;
}
