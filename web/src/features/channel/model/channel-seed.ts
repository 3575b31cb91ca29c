import type { Id } from '@/gateway/contract/ids';
import type { Channel } from '@/gateway/contract/server';

/** What a new channel begins as. */
export interface ChannelSeed {
  readonly type: Channel['type'];
  readonly parentId: Id | null;
}
