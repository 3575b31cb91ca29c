import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const deleteServer = (serverId: Id): Promise<void> => command('DELETE', `/servers/${serverId}`);
