import type { QueryClient } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import { onFrame } from '@/gateway/feed/feed';
import { changesReports } from '../model/changes-reports';
import { bansKey } from '../model/use-bans';
import { reportsKey } from '../model/use-reports';

/**
 * Lets the lists of bans and of reports follow the feed.
 *
 * @param onRights is told of the server where a time-out of oneself has begun or was lifted
 */
export function followModeration(client: QueryClient, me: Id, onRights: (serverId: Id) => void): () => void {
  return onFrame((frame) => {
    const reports = changesReports(frame);
    if (reports !== undefined) void client.invalidateQueries({ queryKey: reports === null ? ['reports'] : reportsKey(reports) });
    if (frame.type === 'member.banned' || frame.type === 'member.unbanned') {
      // A frame tells neither the name nor the reason.
      void client.invalidateQueries({ queryKey: bansKey(frame.serverId) });
    } else if (frame.type === 'member.timed-out' || frame.type === 'member.timeout-lifted') {
      if (frame.userId === me) onRights(frame.serverId);
    }
  });
}
