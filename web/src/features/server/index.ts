import { later, laterOverlay } from '@/shared/ui/later';

export { ServerMenu } from './components/server-menu';
export { ServerRail } from './components/server-rail';
export { ServerTiles } from './components/server-tiles';
export { useDeletedServers } from './model/use-deleted-servers';
export { serversKey, useServer, useServers } from './model/use-servers';
export { followServers } from './realtime/follow';
export const CreateServerDialog = laterOverlay(() => import('./components/create-server-dialog'));
export const DangerZone = later(() => import('./components/danger-zone'));
export const ServerOverview = later(() => import('./components/server-overview'));
export const DeletedServersScreen = later(() => import('./components/deleted-servers-screen'));
export const DiscoverScreen = later(() => import('./components/discover-screen'));
