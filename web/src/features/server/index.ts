export { CreateServerDialog } from './components/create-server-dialog';
export { DiscoverScreen } from './components/discover-screen';
export { ServerMenu } from './components/server-menu';
export { ServerRail } from './components/server-rail';
export { useServer, useServers } from './model/use-servers';
export { followServers } from './realtime/follow';
