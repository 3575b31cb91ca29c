import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import type { Member } from '@/gateway/contract/server';
import { findMember, type FoundMember } from '../api/find-member';

export const memberName = 'member';

export const memberKey = (serverId: Id, userId: Id) => [memberName, serverId, userId] as const;

const memberQuery = (serverId: Id, userId: Id) =>
  queryOptions({
    queryKey: memberKey(serverId, userId),
    queryFn: () => findMember(serverId, userId),
    staleTime: Infinity,
  });

/** One member; null when they are not in the server, undefined while that is not known. */
export const useMember = (serverId: Id, userId: Id): Member | null | undefined =>
  useQuery(memberQuery(serverId, userId)).data?.member;

const collect = (results: readonly { readonly data?: FoundMember | undefined }[]): readonly Member[] =>
  results.flatMap((result) => (result.data?.member ? [result.data.member] : []));

/** Those of them who are in the server, as far as they are loaded. */
export const useMembersById = (serverId: Id, userIds: readonly Id[]): readonly Member[] =>
  useQueries({ queries: userIds.map((id) => memberQuery(serverId, id)), combine: collect });
