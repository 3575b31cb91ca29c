import * as v from 'valibot';
import { Id, Position } from './ids';
import { Author } from './message';

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

/** What can be said to be wrong with a message or a member. */
export const reportReasons = [
  'spam',
  'harassment',
  'hate',
  'sexual',
  'violence',
  'self-harm',
  'impersonation',
  'other',
] as const;
export type ReportReason = (typeof reportReasons)[number];

export const reportOutcomes = ['dismissed', 'acted'] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

/** All that is reported of one message or one member; its id is that of the message or the user. */
export const Report = v.object({
  id: Id,
  serverId: Id,
  target: v.picklist(['message', 'member']),
  accused: Author,
  accusedIsMember: v.boolean(),
  /** As it is now; none for a member, and when it is gone. */
  message: v.optional(
    v.object({
      content: v.string(),
      createdAt: v.string(),
      editedAt: v.optional(v.string()),
      editedSince: v.boolean(),
    }),
  ),
  channelId: v.optional(Id),
  /** How many have reported it; the newest of what they said is in `filings`. */
  count: v.number(),
  filings: v.array(
    v.object({
      /** None for the word filter of the server. */
      reporter: v.optional(Author),
      category: v.string(),
      text: v.optional(v.string()),
      at: v.string(),
    }),
  ),
  lastAt: v.string(),
  resolution: v.optional(
    v.object({ outcome: v.picklist(reportOutcomes), note: v.optional(v.string()), by: Author, at: v.string() }),
  ),
});
export type Report = v.InferOutput<typeof Report>;

export const ReportPage = v.object({
  items: v.array(Report),
  /** How many are open in all, 100 when there are more. */
  waiting: v.number(),
  next: v.optional(v.number()),
  position: Position,
});
export type ReportPage = v.InferOutput<typeof ReportPage>;

/** How a server keeps itself safe. */
export const Safety = v.object({
  /** Messages with one of these words are refused. */
  blocked: v.array(v.string()),
  /** Messages with one of these words are sent and reported. */
  reported: v.array(v.string()),
  /** How long members are limited after they joined; 0 for not at all. */
  newMemberSeconds: v.optional(v.number(), 0),
  position: Position,
});
export type Safety = v.InferOutput<typeof Safety>;

/** Until when oneself is limited because one is new; none when nothing limits one. */
export const OwnLimits = v.object({ newUntil: v.optional(v.string()), position: Position });
export type OwnLimits = v.InferOutput<typeof OwnLimits>;
