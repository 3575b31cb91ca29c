import type { QueryClient } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import type { DeletedServerPage, ServerPage } from '@/gateway/contract/server';
import { followFeed } from '@/gateway/feed/cache-follower';
import { onFrame } from '@/gateway/feed/feed';
import { deletedServersKey } from '../model/use-deleted-servers';
import { serversKey } from '../model/use-servers';
import { applyDeletedFrame } from './apply-deleted-frame';
import { applyServerFrame } from './apply-server-frame';

/** Lets my servers follow the feed. */
export function followServers(client: QueryClient, me: Id): () => void {
  followFeed<ServerPage>(serversKey[0], (page, frame) => applyServerFrame(page, frame, me));
  followFeed<DeletedServerPage>(deletedServersKey[0], applyDeletedFrame);
  return onFrame((frame) => {
    const mine =
      frame.type === 'server.created' ||
      frame.type === 'server.restored' ||
      (frame.type === 'member.joined' && frame.member.userId === me);
    if (mine) void client.invalidateQueries({ queryKey: serversKey });
    // Perhaps by me: then it can be restored.
    if (frame.type === 'server.deleted') void client.invalidateQueries({ queryKey: deletedServersKey });
  });
}
