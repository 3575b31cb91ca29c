import { later, laterOverlay } from '@/shared/ui/later';

export { ServerMenu } from './components/server-menu';
export { ServerRail } from './components/server-rail';
export { ServerTiles } from './components/server-tiles';
export { serversKey, useServer, useServers } from './model/use-servers';
export { followServers } from './realtime/follow';
export const CreateServerDialog = laterOverlay(() => import('./components/create-server-dialog'));
export const ServerOverview = later(() => import('./components/server-overview'));
export const DiscoverScreen = later(() => import('./components/discover-screen'));
