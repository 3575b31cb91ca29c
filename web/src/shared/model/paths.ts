/** Every view has its own address; all links are made here. */
export const paths = {
  home: '/',
  discover: '/discover',
  signIn: '/sign-in',
  register: '/register',
  you: '/you',
  invitation: (code: string) => `/invite/${code}`,
  server: (serverId: string) => `/s/${serverId}`,
  auditLog: (serverId: string) => `/s/${serverId}/audit-log`,
  channel: (serverId: string, channelId: string) => `/s/${serverId}/c/${channelId}`,
  message: (serverId: string, channelId: string, messageId: string) => `/s/${serverId}/c/${channelId}/m/${messageId}`,
};
