import { useQuery } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import { getOwnLimits } from '../api/get-own-limits';

/** No frame tells that one is trusted: who is limited asks again. */
const AGAIN_MS = 60_000;

/** Until when oneself is limited in a server because one is new (ISO 8601). */
export function useNewUntil(serverId: Id): string | undefined {
  return useQuery({
    queryKey: ['limits', serverId],
    queryFn: ({ signal }) => getOwnLimits(serverId, signal),
    staleTime: AGAIN_MS,
    refetchInterval: ({ state }) => (state.data?.newUntil === undefined ? false : AGAIN_MS),
  }).data?.newUntil;
}
