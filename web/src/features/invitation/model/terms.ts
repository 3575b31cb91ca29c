import type { Invitation } from '@/gateway/contract/invitation';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Seconds that a link may last; 0 for ever. */
export const lifetimes = [30 * MINUTE, 6 * HOUR, DAY, 7 * DAY, 30 * DAY, 0] as const;
export const usualLifetime = 7 * DAY;

/** How many may come by a link; 0 for as many as come. */
export const limits = [0, 1, 5, 10, 25, 100] as const;

/** A lifetime in the unit in which people say it. */
export function inUnits(seconds: number): { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number } {
  if (seconds >= DAY) return { unit: 'days', count: seconds / DAY };
  if (seconds >= HOUR) return { unit: 'hours', count: seconds / HOUR };
  return { unit: 'minutes', count: seconds / MINUTE };
}

export const hasExpired = (invitation: { readonly expiresAt?: string | undefined }, now: number): boolean =>
  invitation.expiresAt !== undefined && Date.parse(invitation.expiresAt) <= now;

/** What of the list still lets someone in. */
export const inForce = (invitations: readonly Invitation[], now: number): readonly Invitation[] =>
  invitations.filter((one) => !hasExpired(one, now));

/**
 * One's own link that whoever opens the dialog may well pass on, so that not every look makes another: without a limit,
 * and good for a day more at least.
 */
export function passableLink(
  invitations: readonly Invitation[],
  me: string,
  now: number,
): Invitation | undefined {
  return invitations.find(
    (one) => one.inviterId === me && one.maxUses === undefined && !hasExpired(one, now + DAY * 1_000),
  );
}
