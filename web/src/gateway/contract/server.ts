import * as v from 'valibot';
import { Id, Position } from './ids';

/** A permission by its name; names that this build does not know are kept and match nothing. */
const Permissions = v.array(v.string());

export const Channel = v.object({
  id: Id,
  serverId: Id,
  name: v.string(),
  type: v.picklist(['text', 'voice', 'folder']),
  parentId: v.optional(Id),
  topic: v.optional(v.string()),
  private: v.optional(v.boolean(), false),
  order: v.optional(v.number(), 0),
  /** What lists sort by, by its ASCII characters. */
  place: v.optional(v.string(), ''),
  /** Seconds that one waits before one writes again. */
  slowMode: v.optional(v.number(), 0),
  createdAt: v.optional(v.string()),
  permissions: v.optional(Permissions, []),
  lastMessageId: v.optional(Id),
});
export type Channel = v.InferOutput<typeof Channel>;

export const Server = v.object({
  id: Id,
  name: v.string(),
  description: v.optional(v.string()),
  tags: v.optional(v.array(v.string()), []),
  pictureUrl: v.optional(v.string()),
  bannerUrl: v.optional(v.string()),
  visibility: v.picklist(['public', 'private']),
  ownerId: Id,
  memberCount: v.number(),
  createdAt: v.optional(v.string()),
  member: v.optional(v.boolean(), true),
  permissions: v.optional(Permissions, []),
  /** Until then oneself may only read. */
  timedOutUntil: v.optional(v.string()),
  channels: v.optional(v.array(Channel), []),
  position: v.optional(Position, -1),
});
export type Server = v.InferOutput<typeof Server>;

export const ServerPage = v.object({ items: v.array(Server), position: Position });
export type ServerPage = v.InferOutput<typeof ServerPage>;

/** What is removed of a server for ever, and how much of it is gone. */
export const DeletionProgress = v.object({ step: v.string(), done: v.number(), total: v.number() });
export type DeletionProgress = v.InferOutput<typeof DeletionProgress>;

/** A server that I deleted. It can be restored until it is final. */
export const DeletedServer = v.object({
  id: Id,
  name: v.string(),
  deletedAt: v.string(),
  finalAt: v.string(),
  progress: v.optional(DeletionProgress),
});
export type DeletedServer = v.InferOutput<typeof DeletedServer>;

export const DeletedServerPage = v.object({ items: v.array(DeletedServer), position: Position });
export type DeletedServerPage = v.InferOutput<typeof DeletedServerPage>;

/** A public server as everyone may know it. */
export const DiscoveredServer = v.object({
  id: Id,
  name: v.string(),
  description: v.optional(v.string()),
  tags: v.optional(v.array(v.string()), []),
  pictureUrl: v.optional(v.string()),
  bannerUrl: v.optional(v.string()),
  memberCount: v.number(),
  /** About how many messages were written in the last seven days. */
  activity: v.optional(v.number(), 0),
  member: v.optional(v.boolean(), false),
});
export type DiscoveredServer = v.InferOutput<typeof DiscoveredServer>;

export const DiscoveryPage = v.object({
  items: v.array(DiscoveredServer),
  total: v.number(),
  cursor: v.optional(v.string()),
});
export type DiscoveryPage = v.InferOutput<typeof DiscoveryPage>;

export const Member = v.object({
  userId: Id,
  username: v.string(),
  displayName: v.string(),
  avatarUrl: v.optional(v.string()),
  roles: v.optional(v.array(Id), []),
  joinedAt: v.string(),
  /** Until then they may only read. */
  timedOutUntil: v.optional(v.string()),
});
export type Member = v.InferOutput<typeof Member>;

export const MemberPage = v.object({ items: v.array(Member), hasAfter: v.boolean(), position: Position });
export type MemberPage = v.InferOutput<typeof MemberPage>;

/** What a new server can begin with. */
export const ServerTemplate = v.object({
  id: v.string(),
  name: v.string(),
  about: v.string(),
  roles: v.array(v.object({ name: v.string(), colour: v.string() })),
  channels: v.array(
    v.object({
      name: v.string(),
      type: v.picklist(['text', 'voice', 'folder']),
      folder: v.optional(v.string()),
      hidden: v.optional(v.boolean(), false),
    }),
  ),
});
export type ServerTemplate = v.InferOutput<typeof ServerTemplate>;

export const ServerTemplates = v.object({ items: v.array(ServerTemplate) });

/** What a command answers: the id of what it made or changed, and the place of its event. */
export const Accepted = v.object({ id: Id, position: Position });
export type Accepted = v.InferOutput<typeof Accepted>;

export const CreatedServer = v.object({
  ...Accepted.entries,
  channels: v.optional(v.array(v.object({ id: Id, name: v.string(), type: v.string() })), []),
});
export type CreatedServer = v.InferOutput<typeof CreatedServer>;
