import { UndoResults } from '@/gateway/contract/audit';
import type { Id } from '@/gateway/contract/ids';
import { request } from '@/gateway/http/request';

/** What someone did since a time, the newest first: a stretch of it, from `before` on. Each act has a result of its own. */
export const undoActs = (
  serverId: Id,
  actor: Id,
  since: Date,
  before: number | undefined,
  signal: AbortSignal,
): Promise<UndoResults> =>
  request('POST', `/servers/${serverId}/audit-log/undo`, UndoResults, {
    body: { actor, since: since.toISOString(), before },
    signal,
  });
