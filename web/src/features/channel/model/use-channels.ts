import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import type { Channel } from '@/gateway/contract/server';
import { listChannels } from '../api/list-channels';

export const channelsKey = (serverId: Id) => ['channels', serverId] as const;

const channelsQuery = (serverId: Id) =>
  queryOptions({
    queryKey: channelsKey(serverId),
    queryFn: ({ signal }) => listChannels(serverId, signal),
    staleTime: Infinity,
    gcTime: Infinity,
  });

export const useChannels = (serverId: Id) => useQuery(channelsQuery(serverId));

const collect = (results: readonly { readonly data?: { readonly items: readonly Channel[] } | undefined }[]) =>
  results.flatMap((result) => result.data?.items ?? []);

/** The channels of several servers, as far as they are loaded. */
export const useAllChannels = (serverIds: readonly Id[]): readonly Channel[] =>
  useQueries({ queries: serverIds.map(channelsQuery), combine: collect });
