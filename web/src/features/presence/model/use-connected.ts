import { useQuery } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import { loadPresences } from '@/gateway/presence/presences';
import { listPresences } from '../api/list-presences';

/** Of a large server no signal tells the count. */
const COUNT_EVERY_MS = 30_000;
/** A small one may have become large meanwhile. */
const LOOK_EVERY_MS = 120_000;

export const connectedName = 'connected';

interface Connected {
  readonly count: number;
  /** Whether who is not known to be connected is offline; not so in a large server. */
  readonly complete: boolean;
}

/** How many of a server are connected; who that is goes into the presences of this page. */
export function useConnected(serverId: Id): Connected | undefined {
  return useQuery({
    queryKey: [connectedName, serverId],
    queryFn: async ({ signal }): Promise<Connected> => {
      const { connected, complete } = await loadPresences(() => listPresences(serverId, signal));
      return { count: connected, complete };
    },
    staleTime: COUNT_EVERY_MS,
    refetchInterval: ({ state }) => (state.data?.complete === false ? COUNT_EVERY_MS : LOOK_EVERY_MS),
  }).data;
}
