import * as v from 'valibot';
import { Id, Instant, Position } from './ids';

/** Names an invitation, and lets in whoever has it. */
export const InvitationCode = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
export type InvitationCode = string;

/** Without `maxUses` as many as come, without `expiresAt` for ever. */
const Terms = { maxUses: v.optional(v.number()), expiresAt: v.optional(Instant) };

export const Invitation = v.object({
  code: InvitationCode,
  serverId: Id,
  inviterId: Id,
  inviterName: v.string(),
  uses: v.number(),
  ...Terms,
  createdAt: Instant,
});
export type Invitation = v.InferOutput<typeof Invitation>;

export const InvitationPage = v.object({ items: v.array(Invitation), position: Position });
export type InvitationPage = v.InferOutput<typeof InvitationPage>;

export const MadeInvitation = v.object({ code: InvitationCode, position: Position, ...Terms });
export type MadeInvitation = v.InferOutput<typeof MadeInvitation>;

export const InvitationPreview = v.object({
  code: InvitationCode,
  serverId: Id,
  serverName: v.string(),
  serverDescription: v.optional(v.string()),
  serverPictureUrl: v.optional(v.string()),
  serverBannerUrl: v.optional(v.string()),
  memberCount: v.number(),
  inviterName: v.string(),
  expiresAt: v.optional(Instant),
  member: v.boolean(),
});
export type InvitationPreview = v.InferOutput<typeof InvitationPreview>;

/** A server that I am asked into. */
export const ReceivedInvitation = v.object({
  serverId: Id,
  serverName: v.string(),
  serverDescription: v.optional(v.string()),
  serverPictureUrl: v.optional(v.string()),
  serverBannerUrl: v.optional(v.string()),
  memberCount: v.number(),
  inviterId: Id,
  inviterName: v.string(),
  inviterAvatarUrl: v.optional(v.string()),
  expiresAt: Instant,
  createdAt: Instant,
});
export type ReceivedInvitation = v.InferOutput<typeof ReceivedInvitation>;

export const ReceivedInvitationPage = v.object({ items: v.array(ReceivedInvitation), position: Position });
export type ReceivedInvitationPage = v.InferOutput<typeof ReceivedInvitationPage>;

/** Someone who was asked into a server and has not answered. */
export const MemberInvitation = v.object({
  userId: Id,
  username: v.string(),
  displayName: v.string(),
  avatarUrl: v.optional(v.string()),
  inviterId: Id,
  expiresAt: Instant,
  createdAt: Instant,
});

export const MemberInvitationPage = v.object({ items: v.array(MemberInvitation), position: Position });
export type MemberInvitationPage = v.InferOutput<typeof MemberInvitationPage>;
