import type { Id } from '@/gateway/contract/ids';
import { BanPage } from '@/gateway/contract/moderation';
import { request } from '@/gateway/http/request';

const LIMIT = 50;

/** The next bans after one, of those in whose name or reason the words are. */
export const listBans = (serverId: Id, words: string, after: Id | undefined, signal?: AbortSignal): Promise<BanPage> =>
  request('GET', `/servers/${serverId}/bans`, BanPage, {
    query: { q: words === '' ? undefined : words, after, limit: LIMIT },
    signal,
  });
