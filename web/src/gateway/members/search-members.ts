import { fold } from '@/shared/model/fold';
import type { Id } from '../contract/ids';
import { MemberPage, type Member } from '../contract/server';
import { request } from '../http/request';

/** More are not read, but narrowed down by another letter. */
const MOST = 50;

/** Members whose username, name or last name begins so, by name; without words some of them. Any server is large enough. */
export const searchMembers = (serverId: Id, words: string, signal?: AbortSignal): Promise<MemberPage> =>
  request('GET', `/servers/${serverId}/members`, MemberPage, {
    query: { limit: MOST, ...(words === '' ? {} : { q: words }) },
    signal,
  });

/** What is looked for, of what was typed. */
export const wordsOf = (typed: string): string => typed.trim().replace(/^@/, '').trim();

/** Whether Beep would find a member by these words. */
export function fits({ username, displayName }: Pick<Member, 'username' | 'displayName'>, words: string): boolean {
  const wanted = fold(words);
  const last = /\s+(.*)$/.exec(displayName)?.[1];
  return [username, displayName, ...(last === undefined ? [] : [last])].some((name) => fold(name).startsWith(wanted));
}
