import * as v from 'valibot';
import { Id, Position } from './ids';

/** What a channel gives to and takes from a role or a member. */
export const Overwrite = v.object({
  id: Id,
  kind: v.picklist(['role', 'member']),
  allow: v.array(v.string()),
  deny: v.array(v.string()),
});
export type Overwrite = v.InferOutput<typeof Overwrite>;

/** The overwrites that count in a channel: that for everyone, then those for roles, then those for members. */
export const ChannelOverwrites = v.object({
  channelId: Id,
  synced: v.boolean(),
  items: v.array(Overwrite),
  position: Position,
});
export type ChannelOverwrites = v.InferOutput<typeof ChannelOverwrites>;
