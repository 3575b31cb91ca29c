import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';

export const editMessage = (messageId: Id, content: string): Promise<void> =>
  command('PATCH', `/messages/${messageId}`, { body: { content } });
