import * as v from 'valibot';
import { Id, Position } from './ids';

export const Author = v.object({
  id: Id,
  username: v.string(),
  displayName: v.string(),
  avatarUrl: v.optional(v.string()),
  kind: v.optional(v.picklist(['user', 'webhook', 'bot']), 'user'),
});
export type Author = v.InferOutput<typeof Author>;

/** A chat message; `content` is Markdown as it was typed. */
export const Message = v.object({
  id: Id,
  channelId: Id,
  author: Author,
  content: v.string(),
  createdAt: v.string(),
  editedAt: v.optional(v.string()),
  replyTo: v.optional(Id),
  mentions: v.optional(v.array(Id), []),
  pinned: v.optional(v.boolean(), false),
});
export type Message = v.InferOutput<typeof Message>;

/** A stretch of a channel's history, newest last; `position` is the place up to which it knows everything. */
export const MessagePage = v.object({
  items: v.array(Message),
  hasBefore: v.boolean(),
  hasAfter: v.boolean(),
  position: Position,
});
export type MessagePage = v.InferOutput<typeof MessagePage>;

/** In `highlights` what matched stands between U+E000 and U+E001; all else is as it was typed. */
export const SearchPage = v.object({
  items: v.array(v.object({ message: Message, highlights: v.optional(v.array(v.string()), []) })),
  total: v.number(),
  cursor: v.optional(v.string()),
});
export type SearchPage = v.InferOutput<typeof SearchPage>;
