/** Every permission, by what it is about, in the order in which people look for it. */
export const permissionGroups = {
  general: ['VIEW_CHANNEL', 'READ_HISTORY', 'CREATE_INVITE'],
  writing: ['SEND_MESSAGES', 'ATTACH_FILES', 'EMBED_LINKS', 'ADD_REACTIONS', 'MENTION_EVERYONE'],
  voice: ['CONNECT', 'SPEAK', 'VIDEO', 'SHARE_SCREEN'],
  moderation: [
    'MANAGE_MESSAGES',
    'PIN_MESSAGES',
    'MUTE_MEMBERS',
    'MOVE_MEMBERS',
    'TIMEOUT_MEMBERS',
    'KICK_MEMBERS',
    'BAN_MEMBERS',
  ],
  management: ['MANAGE_CHANNELS', 'MANAGE_ROLES', 'MANAGE_WEBHOOKS', 'MANAGE_SERVER', 'VIEW_AUDIT_LOG'],
  everything: ['ADMINISTRATOR'],
} as const;

export type PermissionGroup = keyof typeof permissionGroups;
export type Permission = (typeof permissionGroups)[PermissionGroup][number];

export interface GroupedPermissions {
  readonly group: PermissionGroup;
  readonly permissions: readonly Permission[];
}

export const groupsOfServer: readonly GroupedPermissions[] = (
  Object.entries(permissionGroups) as [PermissionGroup, readonly Permission[]][]
).map(([group, permissions]) => ({ group, permissions }));

/** What means nothing in a single channel: an overwrite with it is refused. */
const serverWide: ReadonlySet<Permission> = new Set<Permission>([
  'KICK_MEMBERS',
  'BAN_MEMBERS',
  'TIMEOUT_MEMBERS',
  'MANAGE_SERVER',
  'VIEW_AUDIT_LOG',
  'ADMINISTRATOR',
]);

const voiceAlone: ReadonlySet<Permission> = new Set<Permission>([...permissionGroups.voice, 'MUTE_MEMBERS', 'MOVE_MEMBERS']);
const textAlone: ReadonlySet<Permission> = new Set<Permission>([
  ...permissionGroups.writing,
  'READ_HISTORY',
  'MANAGE_MESSAGES',
  'PIN_MESSAGES',
]);

/** What an overwrite can say in a channel of a type; a folder says it for both kinds of channels. */
export function groupsOfChannel(type: 'text' | 'voice' | 'folder'): readonly GroupedPermissions[] {
  const without = { text: voiceAlone, voice: textAlone, folder: new Set<Permission>() }[type];
  return groupsOfServer
    .map(({ group, permissions }) => ({
      group,
      permissions: permissions.filter((one) => !serverWide.has(one) && !without.has(one)),
    }))
    .filter(({ permissions }) => permissions.length > 0);
}
