import { later, laterOverlay } from '@/shared/ui/later';

export type { BeforeRemoval, PreviewOf } from './components/overwrite-editor';
export { ChannelList, type UnreadState } from './components/channel-list';
export { ChannelMenu } from './components/channel-menu';
export type { ChannelSeed } from './model/channel-seed';
export { walkOf } from './model/channel-tree';
export { channelsKey, useAllChannels, useChannels } from './model/use-channels';
export { useOverwrites } from './model/use-overwrites';
export { followChannels } from './realtime/follow';
export const CreateChannelDialog = laterOverlay(() => import('./components/create-channel-dialog'));
export const ChannelOverview = later(() => import('./components/channel-overview'));
export const ChannelPermissions = later(() => import('./components/channel-permissions'));
