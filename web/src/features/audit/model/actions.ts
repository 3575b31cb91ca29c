/** What the log can tell in a sentence of its own, in the order in which one looks for it. */
export const actions = [
  'server.ServerCreated',
  'server.ServerRenamed',
  'server.ServerDescribed',
  'server.ServerDeleted',
  'channel.ChannelCreated',
  'channel.ChannelRenamed',
  'channel.ChannelTopicSet',
  'channel.ChannelOverwriteSet',
  'channel.ChannelOverwriteRemoved',
  'channel.ChannelUnsynced',
  'channel.ChannelSynced',
  'channel.ChannelDeleted',
  'server.RoleCreated',
  'server.RoleRenamed',
  'server.RoleRecoloured',
  'server.RolePermissionsSet',
  'server.RolesReordered',
  'server.RoleDeleted',
  'server.RoleGiven',
  'server.RoleTaken',
  'invitation.InvitationCreated',
  'invitation.InvitationRevoked',
] as const;
export type Action = (typeof actions)[number];

export const isKnown = (action: string): action is Action => actions.some((one) => one === action);
