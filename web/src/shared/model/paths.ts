/** Every view has its own address; all links are made here. */
export const paths = {
  home: '/',
  discover: '/discover',
  deleted: '/deleted',
  signIn: '/sign-in',
  register: '/register',
  you: '/you',
  invitation: (code: string) => `/invite/${code}`,
  server: (serverId: string) => `/s/${serverId}`,
  channel: (serverId: string, channelId: string) => `/s/${serverId}/c/${channelId}`,
  message: (serverId: string, channelId: string, messageId: string) => `/s/${serverId}/c/${channelId}/m/${messageId}`,
};
