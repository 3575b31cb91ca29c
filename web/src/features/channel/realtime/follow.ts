import type { ChannelPage } from '../api/list-channels';
import { followFeed } from '@/gateway/feed/cache-follower';
import { applyChannelFrame } from './apply-channel-frame';

/** Lets the channels follow the feed. */
export function followChannels(): void {
  followFeed<ChannelPage>('channels', (page, frame, key) => applyChannelFrame(page, frame, String(key[1])));
}
