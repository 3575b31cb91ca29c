/** Every view has its own address; all links are made here. */
export const paths = {
  home: '/',
  discover: '/discover',
  deleted: '/deleted',
  invitations: '/invitations',
  signIn: '/sign-in',
  register: '/register',
  you: '/you',
  invitation: (code: string) => `/invite/${code}`,
  server: (serverId: string) => `/s/${serverId}`,
  auditLog: (serverId: string) => `/s/${serverId}/audit-log`,
  channel: (serverId: string, channelId: string) => `/s/${serverId}/c/${channelId}`,
  serverSettings: (serverId: string, section?: string, item?: string) =>
    ['/s', serverId, 'settings', section, item].filter((part) => part !== undefined).join('/'),
  channelSettings: (serverId: string, channelId: string, section?: string, item?: string) =>
    ['/s', serverId, 'c', channelId, 'settings', section, item].filter((part) => part !== undefined).join('/'),
  message: (serverId: string, channelId: string, messageId: string) => `/s/${serverId}/c/${channelId}/m/${messageId}`,
};
