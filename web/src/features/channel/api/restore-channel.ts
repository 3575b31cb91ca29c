import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const restoreChannel = (channelId: Id): Promise<void> => command('POST', `/channels/${channelId}/restore`);
