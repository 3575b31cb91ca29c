import type { AuditEntry } from '@/gateway/contract/audit';
import type { Action } from './actions';

/** As long as the server undoes; it has the last word. */
const GRACE_MS = 24 * 3_600_000;

const undoable: ReadonlySet<string> = new Set<Action>([
  'server.ServerRenamed',
  'server.ServerDescribed',
  'server.ServerTagged',
  'server.MemberBanned',
  'server.TimeoutImposed',
  'server.RoleRenamed',
  'server.RoleRecoloured',
  'server.RolePermissionsSet',
  'server.RolesReordered',
  'server.RoleGiven',
  'server.RoleTaken',
  'channel.ChannelRenamed',
  'channel.ChannelTopicSet',
  'channel.ChannelSlowModeSet',
  'channel.ChannelOverwriteSet',
  'channel.ChannelOverwriteRemoved',
  'invitation.InvitationCreated',
]);

/** Whether it makes sense to offer to undo the act. */
export const isUndoable = (entry: AuditEntry, now: Date): boolean =>
  undoable.has(entry.action) &&
  !entry.withheld &&
  entry.undoneBy === undefined &&
  now.getTime() - new Date(entry.at).getTime() < GRACE_MS;
