import type { QueryClient } from '@tanstack/react-query';
import { followFeed } from '@/gateway/feed/cache-follower';
import { onFrame } from '@/gateway/feed/feed';
import { reloadPast } from '@/gateway/feed/reload';
import type { ChannelPage } from '../api/list-channels';
import { channelsKey } from '../model/use-channels';
import { overwritesName } from '../model/use-overwrites';
import { applyChannelFrame } from './apply-channel-frame';

/** Lets the channels follow the feed. */
export function followChannels(client: QueryClient): () => void {
  followFeed<ChannelPage>('channels', (page, frame, key) => applyChannelFrame(page, frame, String(key[1])));
  return onFrame((frame) => {
    // A frame is the same for everyone: what oneself may do in a new channel, only a fresh list says.
    if (frame.type === 'channel.moved') void client.invalidateQueries({ queryKey: channelsKey(frame.serverId) });
    if (frame.type === 'channel.created') void client.invalidateQueries({ queryKey: channelsKey(frame.channel.serverId) });
    if (frame.type === 'channel.restored') void reloadPast(client, channelsKey(frame.serverId), frame.position);
    // Who gets this may have lost the channel or won it; of a folder it means what is synced with it too.
    if (frame.type === 'channel.overwrites-changed') {
      void reloadPast(client, channelsKey(frame.serverId), frame.position);
      void reloadPast(client, [overwritesName], frame.position);
    }
  });
}
