import type { Id } from '@/gateway/contract/ids';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

export interface NewMessage {
  readonly content: string;
  readonly replyTo?: Id | undefined;
}

/** Sent twice with the same key, it is one message. */
export function sendMessage(channelId: Id, message: NewMessage, idempotencyKey: string): Promise<Accepted> {
  return request('POST', `/channels/${channelId}/messages`, Accepted, { body: message, idempotencyKey });
}
