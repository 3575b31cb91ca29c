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
    // Of what happened while one was not in it no frame came: whatever is kept from before may be out of date.
    if (frame.type === 'member.joined' && frame.member.userId === me) void client.invalidateQueries();
    if (frame.type === 'server.created' || frame.type === 'server.restored') {
      void client.invalidateQueries({ queryKey: serversKey });
    }
    // Perhaps by me: then it can be restored.
    if (frame.type === 'server.deleted') void client.invalidateQueries({ queryKey: deletedServersKey });
  });
}
