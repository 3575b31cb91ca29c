import { UndoneAct } from '@/gateway/contract/audit';
import type { Id } from '@/gateway/contract/ids';
import { request } from '@/gateway/http/request';

export const undoAct = (serverId: Id, position: number): Promise<UndoneAct> =>
  request('POST', `/servers/${serverId}/audit-log/${position}/undo`, UndoneAct);
