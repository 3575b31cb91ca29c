import type { Id } from '@/gateway/contract/ids';
import type { Member } from '@/gateway/contract/server';
import { presenceOf, type Presences } from '@/gateway/presence/presences';

/** How many are connected; `complete` when all of those are known. */
export interface Connected {
  readonly count: number;
  readonly complete: boolean;
}

export type MemberRow =
  | { readonly kind: 'head'; readonly group: 'online' | 'offline'; readonly count: number }
  | { readonly kind: 'member'; readonly member: Member };

/** More than this are not looked up; who scrolls so far finds them in the pages. */
const MOST_SOUGHT = 300;

/** Those who are connected and perhaps members, and are not loaded yet. */
export function toSeek(loaded: readonly Member[], hasMore: boolean, presences: Presences): readonly Id[] {
  if (!hasMore) return [];
  const known = new Set(loaded.map((member) => member.userId));
  return [...presences.keys()].filter((id) => !known.has(id)).slice(0, MOST_SOUGHT);
}

/** The members by name, first those who are connected; without heads while it is not known who that is. */
export function groupMembers(
  members: readonly Member[],
  presences: Presences,
  connected: Connected | undefined,
  memberCount: number,
): readonly MemberRow[] {
  const rows = (some: readonly Member[]): MemberRow[] =>
    some
      .toSorted((a, b) => a.displayName.localeCompare(b.displayName))
      .map((member) => ({ kind: 'member', member }));
  if (connected === undefined) return rows(members);
  const isThere = (member: Member) => presenceOf(presences, member.userId) !== 'offline';
  const online = members.filter(isThere);
  const offline = members.filter((member) => !isThere(member));
  const count = connected.complete ? online.length : Math.max(connected.count, online.length);
  const groups: MemberRow[] = [];
  if (count > 0) groups.push({ kind: 'head', group: 'online', count }, ...rows(online));
  const rest = Math.max(memberCount - count, offline.length);
  if (rest > 0) groups.push({ kind: 'head', group: 'offline', count: rest }, ...rows(offline));
  return groups;
}
