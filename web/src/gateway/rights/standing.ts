import type { Id } from '../contract/ids';
import { isEveryone, type Role } from '../contract/role';
import type { Server } from '../contract/server';

/**
 * Where someone stands in a server. Nobody touches what stands at or above their own highest role, nor gives or takes a
 * permission that they lack; the owner stands above all.
 */
export interface Standing {
  /** Their highest role; undefined for who has none, and for the owner, who needs none. */
  readonly highest: Role | undefined;
  readonly owner: boolean;
  /** How many of the highest roles they cannot move: all down to their own. */
  readonly fixed: number;
  readonly isAbove: (role: Role) => boolean;
  /** Whether all roles of a member stand beneath, and they are not the owner. */
  readonly isAboveMember: (userId: Id, roles: readonly Id[]) => boolean;
  /** Whether they may give or take it. */
  readonly has: (permission: string) => boolean;
  /** Whether they may give the role to someone, or take it from them. */
  readonly mayHandOut: (role: Role) => boolean;
}

/**
 * @param roles of the server, the highest first
 * @param me whose standing it is
 * @param own their roles
 * @param permissions what they may do, in the server or in the channel that it is about
 */
export function standingOf(
  server: Pick<Server, 'ownerId'>,
  roles: readonly Role[],
  me: Id,
  own: readonly Id[],
  permissions: readonly string[],
): Standing {
  const order = roles.filter((role) => !isEveryone(role)).map((role) => role.id);
  const placeOf = (userId: Id, ids: readonly Id[]): number => {
    if (userId === server.ownerId) return -1;
    const places = ids.map((id) => order.indexOf(id)).filter((place) => place >= 0);
    return Math.min(order.length, ...places);
  };
  const place = placeOf(me, own);
  const isAbove = (role: Role) => (isEveryone(role) ? order.length : order.indexOf(role.id)) > place;
  const has = (permission: string) => permissions.includes(permission);
  return {
    highest: place < 0 ? undefined : roles.find((role) => role.id === order[place]),
    owner: place < 0,
    fixed: Math.min(place + 1, order.length),
    isAbove,
    isAboveMember: (userId, ids) => placeOf(userId, ids) > place,
    has,
    mayHandOut: (role) => !isEveryone(role) && has('MANAGE_ROLES') && isAbove(role) && role.permissions.every(has),
  };
}
