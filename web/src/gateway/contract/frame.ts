import * as v from 'valibot';
import { Id, Position } from './ids';
import { Invitation, InvitationCode } from './invitation';
import { Message } from './message';
import { PersonPresence, Status } from './presence';
import { Role } from './role';
import { Channel, DeletionProgress, Member } from './server';

const at = { position: Position };

/** A frame that stands for an event of the stream: it has a position, and caches apply it exactly once. */
export const EventFrame = v.variant('type', [
  v.object({ ...at, type: v.literal('server.created'), serverId: v.optional(Id) }),
  v.object({ ...at, type: v.literal('server.renamed'), serverId: Id, name: v.string() }),
  v.object({ ...at, type: v.literal('server.described'), serverId: Id, description: v.optional(v.string()) }),
  v.object({ ...at, type: v.literal('server.tagged'), serverId: Id, tags: v.array(v.string()) }),
  v.object({ ...at, type: v.literal('server.visibility-set'), serverId: Id, visibility: v.picklist(['public', 'private']) }),
  v.object({ ...at, type: v.literal('server.picture-set'), serverId: Id, pictureUrl: v.optional(v.string()) }),
  v.object({ ...at, type: v.literal('server.banner-set'), serverId: Id, bannerUrl: v.optional(v.string()) }),
  v.object({ ...at, type: v.literal('user.picture-set'), userId: Id, avatarUrl: v.optional(v.string()) }),
  v.object({ ...at, type: v.literal('server.handed-over'), serverId: Id, ownerId: Id }),
  v.object({ ...at, type: v.literal('server.deleted'), serverId: Id }),
  v.object({ ...at, type: v.literal('server.restored'), serverId: Id }),
  v.object({ ...at, type: v.literal('server.deletion-progress'), serverId: Id, ...DeletionProgress.entries }),
  v.object({ ...at, type: v.literal('server.deletion-finished'), serverId: Id }),
  v.object({
    ...at,
    type: v.literal('member.joined'),
    serverId: Id,
    member: Member,
    /** Whether they were put out and somebody took that back; absent when they came themselves. */
    restored: v.optional(v.boolean()),
  }),
  v.object({ ...at, type: v.literal('member.left'), serverId: Id, userId: Id }),
  v.object({ ...at, type: v.literal('member.kicked'), serverId: Id, userId: Id }),
  v.object({ ...at, type: v.literal('member.banned'), serverId: Id, userId: Id, wasMember: v.boolean() }),
  v.object({ ...at, type: v.literal('member.unbanned'), serverId: Id, userId: Id }),
  v.object({ ...at, type: v.literal('member.timed-out'), serverId: Id, userId: Id, until: v.string() }),
  v.object({ ...at, type: v.literal('member.timeout-lifted'), serverId: Id, userId: Id }),
  v.object({ ...at, type: v.literal('report.filed'), serverId: Id, reportId: Id }),
  v.object({ ...at, type: v.literal('report.resolved'), serverId: Id, reportId: Id }),
  v.object({ ...at, type: v.literal('report.reopened'), serverId: Id, reportId: Id }),
  v.object({ ...at, type: v.literal('role.created'), serverId: Id, role: Role }),
  v.object({ ...at, type: v.literal('role.renamed'), serverId: Id, roleId: Id, name: v.string() }),
  v.object({ ...at, type: v.literal('role.recoloured'), serverId: Id, roleId: Id, colour: Role.entries.colour }),
  v.object({ ...at, type: v.literal('role.permissions-set'), serverId: Id, roleId: Id, permissions: v.array(v.string()) }),
  v.object({ ...at, type: v.literal('roles.reordered'), serverId: Id, order: v.array(Id) }),
  v.object({ ...at, type: v.literal('role.deleted'), serverId: Id, roleId: Id }),
  v.object({ ...at, type: v.literal('role.restored'), serverId: Id, role: Role, order: v.array(Id) }),
  v.object({ ...at, type: v.literal('role.given'), serverId: Id, userId: Id, roleId: Id }),
  v.object({ ...at, type: v.literal('role.taken'), serverId: Id, userId: Id, roleId: Id }),
  v.object({ ...at, type: v.literal('channel.created'), channel: Channel }),
  v.object({ ...at, type: v.literal('channel.overwrites-changed'), serverId: Id, channelId: Id }),
  v.object({ ...at, type: v.literal('channel.renamed'), channelId: Id, name: v.string() }),
  v.object({ ...at, type: v.literal('channel.topic-set'), channelId: Id, topic: v.optional(v.string()) }),
  v.object({ ...at, type: v.literal('channel.slow-mode-set'), channelId: Id, seconds: v.number() }),
  v.object({ ...at, type: v.literal('channel.placed'), channelId: Id, place: v.string() }),
  v.object({ ...at, type: v.literal('channel.moved'), serverId: Id, channelId: Id }),
  v.object({ ...at, type: v.literal('channel.deleted'), channelId: Id }),
  v.object({ ...at, type: v.literal('channel.restored'), serverId: Id, channelId: Id }),
  v.object({ ...at, type: v.literal('message.sent'), message: Message }),
  v.object({
    ...at,
    type: v.literal('message.edited'),
    message: v.object({ id: Id, channelId: Id, content: v.string(), editedAt: v.string() }),
  }),
  v.object({ ...at, type: v.literal('invitation.created'), serverId: Id, invitation: Invitation }),
  v.object({ ...at, type: v.literal('invitation.accepted'), serverId: Id, code: InvitationCode, uses: v.number() }),
  v.object({ ...at, type: v.literal('invitation.received'), serverId: Id }),
  v.object({ ...at, type: v.literal('invitation.ended'), serverId: Id }),
  v.object({ ...at, type: v.literal('invitation.revoked'), serverId: Id, code: InvitationCode }),
  v.object({ ...at, type: v.literal('invitation.restored'), serverId: Id, code: InvitationCode }),
  v.object({ ...at, type: v.literal('message.deleted'), channelId: Id, messageId: Id }),
]);
export type EventFrame = v.InferOutput<typeof EventFrame>;

/** A signal passes once and is kept nowhere. */
export const SignalFrame = v.variant('type', [
  v.object({
    type: v.literal('typing'),
    channelId: Id,
    user: v.object({ id: Id, displayName: v.optional(v.string()) }),
  }),
  v.object({ type: v.literal('presence'), presences: v.array(PersonPresence) }),
  v.object({ type: v.literal('presence.chosen'), status: Status }),
]);
export type SignalFrame = v.InferOutput<typeof SignalFrame>;
export type TypingSignal = Extract<SignalFrame, { type: 'typing' }>;

/** What the feed says about itself. */
export const ControlFrame = v.variant('type', [
  v.object({ type: v.literal('feed.ready'), position: Position }),
  v.object({ type: v.literal('feed.reset'), position: v.optional(Position) }),
  v.object({ type: v.literal('feed.position'), position: Position }),
]);
export type ControlFrame = v.InferOutput<typeof ControlFrame>;
