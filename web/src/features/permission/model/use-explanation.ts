import { useQuery } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import { explainPermissions } from '../api/explain-permissions';

export const explanationsName = 'permission-explanations';

/** Why a member may do what they may; asked for only when someone is chosen. */
export function useExplanation(serverId: Id, channelId: Id | undefined, userId: Id | undefined) {
  return useQuery({
    queryKey: [explanationsName, serverId, channelId ?? null, userId ?? null] as const,
    queryFn: ({ signal }) => explainPermissions(serverId, channelId, userId ?? '', signal),
    enabled: userId !== undefined,
  });
}
