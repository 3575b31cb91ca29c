import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const deleteChannel = (channelId: Id): Promise<void> => command('DELETE', `/channels/${channelId}`);
