import { useInfiniteQuery } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import { listBans } from '../api/list-bans';

export const bansKey = (serverId: Id) => ['bans', serverId] as const;

/** Who is banned, as far as it is loaded, and the way to more. */
export function useBans(serverId: Id, words: string) {
  return useInfiniteQuery({
    queryKey: [...bansKey(serverId), words],
    queryFn: ({ pageParam, signal }) => listBans(serverId, words, pageParam, signal),
    initialPageParam: undefined as Id | undefined,
    getNextPageParam: (page) => (page.hasAfter ? page.items.at(-1)?.userId : undefined),
    placeholderData: (before) => before,
  });
}
