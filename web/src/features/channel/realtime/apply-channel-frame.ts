import type { EventFrame } from '@/gateway/contract/frame';
import type { Id } from '@/gateway/contract/ids';
import type { Channel } from '@/gateway/contract/server';
import type { ChannelPage } from '../api/list-channels';

/** What a frame makes of the channels of a server. */
export function applyChannelFrame(page: ChannelPage, frame: EventFrame, serverId: Id): ChannelPage {
  switch (frame.type) {
    case 'channel.created':
      return frame.channel.serverId === serverId ? created(page, frame.channel) : page;
    case 'channel.renamed':
      return change(page, frame.channelId, (channel) => ({ ...channel, name: frame.name }));
    case 'channel.topic-set':
      return change(page, frame.channelId, (channel) => ({ ...channel, topic: frame.topic }));
    case 'channel.slow-mode-set':
      return change(page, frame.channelId, (channel) => ({ ...channel, slowMode: frame.seconds }));
    case 'channel.placed':
      return change(page, frame.channelId, (channel) => ({ ...channel, place: frame.place }));
    case 'channel.deleted':
      return page.items.some((channel) => channel.id === frame.channelId)
        ? {
            ...page,
            items: page.items.filter(
              (channel) => channel.id !== frame.channelId && channel.parentId !== frame.channelId,
            ),
          }
        : page;
    default:
      return page;
  }
}

function created(page: ChannelPage, channel: Channel): ChannelPage {
  return page.items.some((one) => one.id === channel.id) ? page : { ...page, items: [...page.items, channel] };
}

function change(page: ChannelPage, id: Id, apply: (channel: Channel) => Channel): ChannelPage {
  return page.items.some((channel) => channel.id === id)
    ? { ...page, items: page.items.map((channel) => (channel.id === id ? apply(channel) : channel)) }
    : page;
}
