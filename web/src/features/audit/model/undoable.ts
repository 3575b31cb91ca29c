import type { AuditEntry } from '@/gateway/contract/audit';
import type { Action } from './actions';

const DAY_MS = 24 * 3_600_000;

const deletions: ReadonlySet<string> = new Set<Action>(['channel.ChannelDeleted', 'server.RoleDeleted']);

/** As long as the server undoes; it has the last word. */
const graceOf = (action: string) => (deletions.has(action) ? 7 * DAY_MS : DAY_MS);

const undoable: ReadonlySet<string> = new Set<Action>([
  'server.ServerRenamed',
  'server.ServerDescribed',
  'server.ServerTagged',
  'server.ServerVisibilitySet',
  'server.MemberBanned',
  'server.MemberKicked',
  'server.MemberRestored',
  'server.MemberUnbanned',
  'server.TimeoutImposed',
  'server.TimeoutLifted',
  'server.RoleCreated',
  'server.RoleDeleted',
  'server.RoleRestored',
  'server.RoleRenamed',
  'server.RoleRecoloured',
  'server.RolePermissionsSet',
  'server.RolesReordered',
  'server.RoleGiven',
  'server.RoleTaken',
  'channel.ChannelCreated',
  'channel.ChannelDeleted',
  'channel.ChannelRestored',
  'channel.ChannelRenamed',
  'channel.ChannelTopicSet',
  'channel.ChannelSlowModeSet',
  'channel.ChannelOverwriteSet',
  'channel.ChannelOverwriteRemoved',
  'channel.ChannelMoved',
  'channel.ChannelPlaced',
  'channel.ChannelSynced',
  'channel.ChannelUnsynced',
  'moderation.WordsForbidden',
  'moderation.WordsAllowed',
  'moderation.NewMemberLimitSet',
  'invitation.MemberInvited',
  'invitation.InvitationCreated',
  'invitation.InvitationRevoked',
  'invitation.InvitationRestored',
]);

/** Whether it makes sense to offer to undo the act. */
export const isUndoable = (entry: AuditEntry, now: Date): boolean =>
  undoable.has(entry.action) &&
  !entry.withheld &&
  entry.undoneBy === undefined &&
  now.getTime() - new Date(entry.at).getTime() < graceOf(entry.action);
