import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const restoreRole = (serverId: Id, roleId: Id): Promise<void> =>
  command('POST', `/servers/${serverId}/roles/${roleId}/restore`);
