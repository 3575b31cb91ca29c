import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

/** Goes out even when the page is being left. */
export const deleteMessage = (messageId: Id): Promise<void> =>
  command('DELETE', `/messages/${messageId}`, { keepalive: true });
