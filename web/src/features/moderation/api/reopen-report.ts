import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const reopenReport = (serverId: Id, reportId: Id): Promise<void> =>
  command('DELETE', `/servers/${serverId}/reports/${reportId}/resolution`);
