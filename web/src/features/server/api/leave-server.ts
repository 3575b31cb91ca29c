import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const leaveServer = (serverId: Id): Promise<void> => command('DELETE', `/servers/${serverId}/members/me`);
