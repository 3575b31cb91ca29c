import * as v from 'valibot';
import { Id, Position } from './ids';

/** Someone who may not come into a server. */
export const Ban = v.object({
  userId: Id,
  username: v.string(),
  displayName: v.string(),
  reason: v.optional(v.string()),
  bannedBy: Id,
  bannedByName: v.string(),
  bannedAt: v.string(),
});
export type Ban = v.InferOutput<typeof Ban>;

export const BanPage = v.object({ items: v.array(Ban), hasAfter: v.boolean(), position: Position });
export type BanPage = v.InferOutput<typeof BanPage>;
