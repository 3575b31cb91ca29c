import * as v from 'valibot';
import { Id, Position } from './ids';
import { Author } from './message';

/** What an act was done to, or was about; of an invitation the id is its code, cut for those who may not use it. */
export const AuditTarget = v.object({ kind: v.string(), id: v.string(), name: v.optional(v.string()) });
export type AuditTarget = v.InferOutput<typeof AuditTarget>;

const Value = v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]);
export type AuditValue = v.InferOutput<typeof Value>;

const Fields = v.record(v.string(), Value);
export type AuditFields = v.InferOutput<typeof Fields>;

/** One administrative act. Actions that this build does not know are kept, and told of in general. */
export const AuditEntry = v.object({
  position: Position,
  at: v.string(),
  actor: Author,
  action: v.string(),
  target: v.optional(AuditTarget),
  related: v.optional(AuditTarget),
  before: v.optional(Fields),
  after: v.optional(Fields),
  reason: v.optional(v.string()),
  undoes: v.optional(Position),
  undoneBy: v.optional(Position),
  /** Whether it was done in a channel that one does not see. */
  withheld: v.optional(v.boolean(), false),
});
export type AuditEntry = v.InferOutput<typeof AuditEntry>;

/** Acts, the newest first; `older` is what to ask before for the next page. */
export const AuditLogPage = v.object({
  items: v.array(AuditEntry),
  older: v.optional(Position),
  newer: v.optional(Position),
  position: Position,
});
export type AuditLogPage = v.InferOutput<typeof AuditLogPage>;

/** Roles of somebody who is back that they did not get back, as whoever undid it may not give them. */
const missingRoles = v.optional(v.array(Id), []);

/** What became of an act that was undone. */
export const UndoneAct = v.object({ undone: Position, position: Position, missingRoles });
export type UndoneAct = v.InferOutput<typeof UndoneAct>;

/** What became of an act that was to be undone; `code` says why it was not. */
export const UndoResult = v.object({
  position: Position,
  action: v.string(),
  undone: v.boolean(),
  code: v.optional(v.string()),
  missingRoles,
});
export type UndoResult = v.InferOutput<typeof UndoResult>;

/** A stretch of them; `before` is what to ask before for the next, when there is more. */
export const UndoResults = v.object({
  items: v.array(UndoResult),
  more: v.boolean(),
  before: v.optional(Position),
});
export type UndoResults = v.InferOutput<typeof UndoResults>;

/** That somebody came or left by their own wish, perhaps by the link of another. */
export const MemberMove = v.object({
  position: Position,
  at: v.string(),
  left: v.boolean(),
  invitedBy: v.optional(Author),
});
export type MemberMove = v.InferOutput<typeof MemberMove>;

/** How much somebody wrote where one may read: `more` than are counted, or exactly so many. */
export const MemberActivity = v.object({ messages: v.number(), more: v.boolean(), lastAt: v.optional(v.string()) });
export type MemberActivity = v.InferOutput<typeof MemberActivity>;

/** What there was with somebody in a server. */
export const MemberHistory = v.object({
  user: Author,
  joinedAt: v.optional(v.string()),
  timedOutUntil: v.optional(v.string()),
  trusted: v.boolean(),
  bannedAt: v.optional(v.string()),
  /** How often they were reported; not told about oneself. */
  reports: v.optional(v.number()),
  openReports: v.optional(v.number()),
  /** When they came and left by their own wish, the newest first. */
  moves: v.optional(v.array(MemberMove), []),
  acts: v.array(AuditEntry),
  position: Position,
});
export type MemberHistory = v.InferOutput<typeof MemberHistory>;
