import type { Server } from '@/gateway/contract/server';

/** What one needs in a server to see each section of its settings. */
export const serverSectionNeeds = {
  overview: 'MANAGE_SERVER',
  roles: 'MANAGE_ROLES',
  why: 'MANAGE_ROLES',
  reports: 'MANAGE_MESSAGES',
  safety: 'MANAGE_SERVER',
  bans: 'BAN_MEMBERS',
  'audit-log': 'VIEW_AUDIT_LOG',
} as const;
export type ServerSectionId = keyof typeof serverSectionNeeds;

/** Whether there are any settings of the server for this one. Known before their screens are loaded. */
export const hasServerSettings = (server: Server): boolean =>
  Object.values(serverSectionNeeds).some((permission) => server.permissions.includes(permission));
