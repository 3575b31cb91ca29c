import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Id } from '@/gateway/contract/ids';
import { listChannelMembers } from '../api/list-channel-members';

export const channelMembersName = 'channel-members';

/**
 * Those who may see a channel, as far as they are loaded, and the way to more. Loaded anew when anything happens in the
 * server that decides it.
 *
 * @param channelId null to load nothing
 * @param again milliseconds after which all of it is loaded anew, for what no signal tells
 */
export function useChannelMembers(serverId: Id, channelId: Id | null, again: number | false = false) {
  const query = useInfiniteQuery({
    queryKey: [channelMembersName, serverId, channelId],
    queryFn: ({ pageParam, signal }) => listChannelMembers(channelId ?? '', pageParam, signal),
    initialPageParam: undefined as Id | undefined,
    getNextPageParam: (last) => last.next,
    enabled: channelId !== null,
    staleTime: Infinity,
    refetchInterval: again,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  const loadMore = useCallback(async () => {
    if (hasNextPage && !isFetchingNextPage) await fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { items, query, loadMore, hasMore: hasNextPage };
}
