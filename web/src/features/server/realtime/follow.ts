import type { QueryClient } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import type { ServerPage } from '@/gateway/contract/server';
import { followFeed } from '@/gateway/feed/cache-follower';
import { onFrame } from '@/gateway/feed/feed';
import { serversKey } from '../model/use-servers';
import { applyServerFrame } from './apply-server-frame';

/** Lets my servers follow the feed. */
export function followServers(client: QueryClient, me: Id): () => void {
  followFeed<ServerPage>(serversKey[0], (page, frame) => applyServerFrame(page, frame, me));
  return onFrame((frame) => {
    const mine = frame.type === 'server.created' || (frame.type === 'member.joined' && frame.member.userId === me);
    if (mine) void client.invalidateQueries({ queryKey: serversKey });
  });
}
