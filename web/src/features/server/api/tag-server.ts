import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const tagServer = (serverId: Id, tags: readonly string[]): Promise<void> =>
  command('PATCH', `/servers/${serverId}`, { body: { tags } });
