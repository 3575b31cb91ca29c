import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { MemberPage } from '@/gateway/contract/server';
import { listMembers } from '../api/list-members';

export const membersKey = (serverId: Id) => ['members', serverId] as const;

/** The members of a server, as far as they are loaded, and the way to more. */
export function useMembers(serverId: Id) {
  const client = useQueryClient();
  const loading = useRef(false);
  const query = useQuery({
    queryKey: membersKey(serverId),
    queryFn: ({ signal }) => listMembers(serverId, undefined, signal),
    staleTime: Infinity,
  });

  const loadMore = useCallback(async () => {
    const present = client.getQueryData<MemberPage>(membersKey(serverId));
    const last = present?.items.at(-1)?.userId;
    if (last === undefined || !present?.hasAfter || loading.current) return;
    loading.current = true;
    try {
      const page = await listMembers(serverId, last);
      client.setQueryData<MemberPage>(membersKey(serverId), (members) => members && joined(members, page));
    } finally {
      loading.current = false;
    }
  }, [client, serverId]);

  return { query, loadMore };
}

export function joined(members: MemberPage, page: MemberPage): MemberPage {
  const known = new Set(members.items.map((member) => member.userId));
  return {
    items: [...members.items, ...page.items.filter((member) => !known.has(member.userId))],
    hasAfter: page.hasAfter,
    position: Math.min(members.position, page.position),
  };
}
