import { useEffect, useMemo } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Server } from '@/gateway/contract/server';
import { presences } from '@/gateway/presence/presences';
import { useStore } from '@/shared/model/store';
import { attendanceOfChannel, countOnline, MOST_COUNTED, type Attendance, type ConnectedPeople } from './attendance';
import { toSeek } from './groups';
import { useChannelMembers } from './use-channel-members';
import { useMembersById } from './use-member';
import { useMembers } from './use-members';

/** In a large server no signal tells of those whom one does not see. */
const LOOK_EVERY_MS = 30_000;

const nobody: readonly Id[] = [];

/**
 * How many may see a channel and how many of those are connected, live. Draws whoever uses it again with each change.
 *
 * @param channelId of a channel that not everyone sees; null for one that all members see
 * @return undefined while nothing of it is known
 */
export function useAttendance(
  server: Server,
  channelId: Id | null,
  connected: ConnectedPeople | undefined,
): Attendance | undefined {
  const known = useStore(presences);
  const page = useMembers(server.id).query.data;
  const { items, query, loadMore, hasMore } = useChannelMembers(
    server.id,
    channelId,
    connected?.complete === false && LOOK_EVERY_MS,
  );
  const loaded = useMemo(() => new Set(page?.items.map((member) => member.userId)), [page]);
  const unplaced =
    channelId === null && page && connected?.complete === true
      ? toSeek(page.items, page.hasAfter, known).filter((id) => !connected.people.has(id))
      : nobody;
  const sought = useMembersById(server.id, unplaced);

  const { data } = query;
  useEffect(() => {
    // The next page that is asked for, by scrolling or by opening the channel, tries again.
    if (hasMore && (items?.length ?? 0) < MOST_COUNTED) loadMore().catch(() => undefined);
    // A page can be empty, and not the last.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [data, hasMore]);

  if (channelId !== null) {
    return items && attendanceOfChannel(known, items.map((member) => member.userId), hasMore);
  }
  const there = countOnline(
    known,
    (id) => loaded.has(id) || connected?.people.has(id) === true || sought.some((member) => member.userId === id),
  );
  const online = connected && (connected.complete ? there : Math.max(connected.count, there));
  return { total: server.memberCount, more: false, online };
}
