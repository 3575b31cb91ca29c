import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const joinServer = (serverId: Id): Promise<void> => command('PUT', `/servers/${serverId}/members/me`);
