import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AuditLogPage } from '@/gateway/contract/audit';
import type { EventFrame } from '@/gateway/contract/frame';
import type { Id } from '@/gateway/contract/ids';
import { onFrame, onReset } from '@/gateway/feed/feed';
import { listAuditLog, type AuditFilter } from '../api/list-audit-log';

/** Several acts come of one click; they are asked for together. */
const SETTLE_MS = 400;

export const auditLogKey = (serverId: Id) => ['audit-log', serverId] as const;

/** The audit log of a server as far as one has scrolled; it follows what is done meanwhile. */
export function useAuditLog(serverId: Id, filter: AuditFilter) {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void client.invalidateQueries({ queryKey: auditLogKey(serverId) }), SETTLE_MS);
    };
    const stops = [onFrame((frame) => isAct(frame) && refresh()), onReset(refresh)];
    return () => {
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [client, serverId]);

  return useInfiniteQuery({
    queryKey: [...auditLogKey(serverId), filter],
    queryFn: ({ pageParam, signal }) => listAuditLog(serverId, filter, pageParam, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page: AuditLogPage) => page.older,
  });
}

/**
 * What is said, and who comes and goes by their own wish, is in no audit log; what others delete of it is, and whom others
 * bring back.
 */
const isAct = (frame: EventFrame): boolean =>
  !noActs.has(frame.type) || (frame.type === 'member.joined' && frame.restored === true);

const noActs: ReadonlySet<EventFrame['type']> = new Set([
  'message.sent',
  'message.edited',
  'member.joined',
  'member.left',
  'invitation.accepted',
  'server.deletion-progress',
  'server.deletion-finished',
]);
