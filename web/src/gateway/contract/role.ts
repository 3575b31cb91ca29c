import * as v from 'valibot';
import { Id, Position } from './ids';

/** `#rrggbb` */
const Colour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i));

/** A role as it is born: beneath all others, above that of everyone alone. */
export const Role = v.object({
  id: Id,
  serverId: Id,
  name: v.string(),
  colour: v.optional(Colour),
  permissions: v.array(v.string()),
});
export type Role = v.InferOutput<typeof Role>;

/** The roles of a server, the highest first; that of everyone, which bears the id of the server, is the last. */
export const RolePage = v.object({ items: v.array(Role), position: Position });
export type RolePage = v.InferOutput<typeof RolePage>;

export const isEveryone = (role: Role): boolean => role.id === role.serverId;
