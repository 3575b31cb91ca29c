import type { Id } from '@/gateway/contract/ids';
import { MessagePage } from '@/gateway/contract/message';
import { loadSnapshot } from '@/gateway/feed/snapshot';
import { request } from '@/gateway/http/request';

/** Where a page of history lies; without any, at the present. */
export type Where = { readonly before: Id } | { readonly after: Id } | { readonly around: Id } | Record<string, never>;

const LIMIT = 50;

export function listMessages(channelId: Id, where: Where, signal?: AbortSignal): Promise<MessagePage> {
  return loadSnapshot(() =>
    request('GET', `/channels/${channelId}/messages`, MessagePage, { query: { ...where, limit: LIMIT }, signal }),
  );
}
