import type { Id } from '@/gateway/contract/ids';
import { SearchPage } from '@/gateway/contract/message';
import { request } from '@/gateway/http/request';

export interface MessageSearch {
  readonly words: string;
  readonly serverId?: Id | undefined;
  readonly channelId?: Id | undefined;
}

export const searchMessages = (
  { words, serverId, channelId }: MessageSearch,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<SearchPage> =>
  request('GET', '/search/messages', SearchPage, { query: { q: words, serverId, channelId, cursor }, signal });
