import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const undoAct = (serverId: Id, position: number): Promise<void> =>
  command('POST', `/servers/${serverId}/audit-log/${position}/undo`);
