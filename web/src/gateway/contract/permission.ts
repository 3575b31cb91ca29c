import * as v from 'valibot';
import { Id, Instant, Position } from './ids';

const permissionList = v.array(v.string());

/** Something that had a say in whether someone may do one thing; of several the last one wins. */
export const PermissionStep = v.object({
  ground: v.picklist([
    'not-member',
    'owner',
    'administrator',
    'role',
    'no-role',
    'everyone-overwrite',
    'role-overwrite',
    'member-overwrite',
    'time-out',
    'hidden',
  ]),
  allows: v.boolean(),
  roleId: v.optional(Id),
  roleName: v.optional(v.string()),
  decides: v.boolean(),
});
export type PermissionStep = v.InferOutput<typeof PermissionStep>;

export const ExplainedPermission = v.object({
  permission: v.string(),
  allowed: v.boolean(),
  steps: v.array(PermissionStep),
});
export type ExplainedPermission = v.InferOutput<typeof ExplainedPermission>;

/** What a member may do in a channel, or without `channelId` in the server as a whole, and why. */
export const MemberPermissions = v.object({
  serverId: Id,
  channelId: v.optional(Id),
  folderId: v.optional(Id),
  folderName: v.optional(v.string()),
  userId: Id,
  displayName: v.string(),
  timedOutUntil: v.optional(Instant),
  permissions: v.array(ExplainedPermission),
  position: Position,
});
export type MemberPermissions = v.InferOutput<typeof MemberPermissions>;

/** What would be given and taken; without channels in the server as a whole. */
export const PreviewEffect = v.object({
  channels: v.array(v.object({ id: Id, name: v.string() })),
  gained: permissionList,
  lost: permissionList,
});
export type PreviewEffect = v.InferOutput<typeof PreviewEffect>;

/** Members to whom the same would happen, and some of them by name. */
export const PreviewGroup = v.object({
  members: v.number(),
  some: v.array(v.object({ userId: Id, displayName: v.string() })),
  effects: v.array(PreviewEffect),
});
export type PreviewGroup = v.InferOutput<typeof PreviewGroup>;

export const PermissionPreview = v.object({
  serverId: Id,
  members: v.number(),
  complete: v.boolean(),
  groups: v.array(PreviewGroup),
  position: Position,
});
export type PermissionPreview = v.InferOutput<typeof PermissionPreview>;
