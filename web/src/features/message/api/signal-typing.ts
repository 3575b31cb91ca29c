import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const signalTyping = (channelId: Id): Promise<void> => command('POST', `/channels/${channelId}/typing`);
