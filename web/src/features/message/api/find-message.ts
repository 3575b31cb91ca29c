import type { Id } from '@/gateway/contract/ids';
import { MessagePage, type Message } from '@/gateway/contract/message';
import { request } from '@/gateway/http/request';

/** One message of a channel, wherever in its history; null when it is gone. */
export async function findMessage(channelId: Id, messageId: Id, signal?: AbortSignal): Promise<Message | null> {
  const page = await request('GET', `/channels/${channelId}/messages`, MessagePage, {
    query: { around: messageId, limit: 1 },
    signal,
  });
  return page.items.find((message) => message.id === messageId) ?? null;
}
