import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const restoreServer = (serverId: Id): Promise<void> => command('POST', `/servers/${serverId}/restore`);
