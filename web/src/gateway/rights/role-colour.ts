import type { Id } from '../contract/ids';
import type { Role } from '../contract/role';

/** The colour of a name: that of the highest role that has one. */
export const roleColour = (roles: readonly Role[], own: readonly Id[]): string | undefined =>
  roles.find((role) => role.colour !== undefined && own.includes(role.id))?.colour;
