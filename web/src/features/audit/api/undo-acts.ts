import { UndoResults } from '@/gateway/contract/audit';
import type { Id } from '@/gateway/contract/ids';
import { request } from '@/gateway/http/request';

/** Everything that someone did since a time, the newest first; each act has a result of its own. */
export const undoActs = (serverId: Id, actor: Id, since: Date): Promise<UndoResults> =>
  request('POST', `/servers/${serverId}/audit-log/undo`, UndoResults, { body: { actor, since: since.toISOString() } });
