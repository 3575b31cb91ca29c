export { ChannelList, type UnreadState } from './components/channel-list';
export { ChannelMenu } from './components/channel-menu';
export { CreateChannelDialog, type ChannelSeed } from './components/create-channel-dialog';
export { walkOf } from './model/channel-tree';
export { useAllChannels, useChannels } from './model/use-channels';
export { followChannels } from './realtime/follow';
