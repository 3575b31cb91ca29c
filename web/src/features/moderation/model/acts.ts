import type { Id } from '@/gateway/contract/ids';
import type { Member, Server } from '@/gateway/contract/server';

export type Act = 'trust' | 'time-out' | 'lift' | 'kick' | 'ban';

/** The longest that a reason may be, in characters as people count them. */
export const REASON_MOST = 512;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Seconds that a time-out may be chosen to last. */
export const durations = [MINUTE, 10 * MINUTE, HOUR, DAY, 7 * DAY, 28 * DAY] as const;
export const usualDuration = 10 * MINUTE;

/** A length of time in the unit in which people say it. */
export function inUnits(seconds: number): { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number } {
  if (seconds >= DAY) return { unit: 'days', count: seconds / DAY };
  if (seconds >= HOUR) return { unit: 'hours', count: seconds / HOUR };
  return { unit: 'minutes', count: seconds / MINUTE };
}

/**
 * What there is to do with a member: what one has the permission for, never against oneself or the owner. Whether they
 * stand beneath is another question.
 */
export function actsFor(server: Server, me: Id, member: Member, now: number): readonly Act[] {
  if (member.userId === me || member.userId === server.ownerId) return [];
  const may = (permission: string) => server.permissions.includes(permission);
  // Longer than this nobody is new, and who has a role is not.
  const recent = member.roles.length === 0 && now - Date.parse(member.joinedAt) < 3 * DAY * 1_000;
  const silent = member.timedOutUntil !== undefined && Date.parse(member.timedOutUntil) > now;
  return [
    ...(may('TIMEOUT_MEMBERS') && recent ? (['trust'] as const) : []),
    ...(may('TIMEOUT_MEMBERS') ? (['time-out'] as const) : []),
    ...(may('TIMEOUT_MEMBERS') && silent ? (['lift'] as const) : []),
    ...(may('KICK_MEMBERS') ? (['kick'] as const) : []),
    ...(may('BAN_MEMBERS') ? (['ban'] as const) : []),
  ];
}

/** What there is to do with someone who has left, or never was here: they can be kept from coming. */
export const actsForGone = (server: Server, me: Id, userId: Id): readonly Act[] =>
  userId !== me && userId !== server.ownerId && server.permissions.includes('BAN_MEMBERS') ? ['ban'] : [];

/** A reason as it is sent: without space around it; none when it says nothing. */
export function reasonOf(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}

export const lengthOf = (text: string): number => Array.from(text.trim()).length;
