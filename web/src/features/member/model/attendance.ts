import type { Id } from '@/gateway/contract/ids';
import type { Presences } from '@/gateway/presence/presences';
import type { Connected } from './groups';

/** How many there are, and how many of them are connected. */
export interface Attendance {
  readonly total: number;
  /** Whether there are more, of whom it is not known how many. */
  readonly more: boolean;
  /** Undefined while that is not known. */
  readonly online: number | undefined;
}

/** With those of whom it is known that they are in the server: a presence does not say where someone is. */
export interface ConnectedPeople extends Connected {
  readonly people: ReadonlySet<Id>;
}

/** More than this is counted by nobody who looks. */
export const MOST_COUNTED = 500;

/** How many of these people are connected. */
export const countOnline = (presences: Presences, has: (userId: Id) => boolean): number =>
  [...presences.keys()].filter(has).length;

/** Of those who may see a channel; undefined while they are being loaded. */
export function attendanceOfChannel(presences: Presences, loaded: readonly Id[], hasMore: boolean): Attendance | undefined {
  if (hasMore) return loaded.length < MOST_COUNTED ? undefined : { total: loaded.length, more: true, online: undefined };
  const all = new Set(loaded);
  return { total: loaded.length, more: false, online: countOnline(presences, (id) => all.has(id)) };
}
