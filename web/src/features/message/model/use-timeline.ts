import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import { listMessages } from '../api/list-messages';
import { outbox } from './outbox';
import { placeOf, timelineKey, trimmed, withNewer, withOlder, type Timeline } from './timeline';

type Edge = 'older' | 'newer';

/** The history of a channel, with the ways to see more of it. */
export function useTimeline(channelId: Id) {
  const client = useQueryClient();
  const key = timelineKey(channelId);
  const query = useQuery<Timeline>({
    queryKey: key,
    queryFn: ({ signal }) => listMessages(channelId, {}, signal),
    staleTime: Infinity,
  });
  const loading = useRef(new Set<Edge>());
  const [failed, setFailed] = useState<Edge | null>(null);

  useEffect(() => {
    const timeline = query.data;
    if (timeline) outbox.loaded(channelId, (id) => placeOf(timeline.items, id).found);
  }, [channelId, query.data]);

  useEffect(() => {
    const shown = timelineKey(channelId);
    return () => {
      client.setQueryData<Timeline>(shown, (timeline) => timeline && trimmed(timeline));
    };
  }, [client, channelId]);

  const loadMore = useCallback(
    async (edge: Edge): Promise<void> => {
      const present = client.getQueryData<Timeline>(timelineKey(channelId));
      const from = edge === 'older' ? present?.items[0]?.id : present?.items.at(-1)?.id;
      const more = edge === 'older' ? present?.hasBefore : present?.hasAfter;
      if (from === undefined || !more || loading.current.has(edge)) return;
      loading.current.add(edge);
      try {
        const page = await listMessages(channelId, edge === 'older' ? { before: from } : { after: from });
        client.setQueryData<Timeline>(timelineKey(channelId), (timeline) => {
          // It may have been replaced meanwhile: the page belongs to the end at which it was asked for.
          if (timeline === undefined) return timeline;
          if (edge === 'older') return timeline.items[0]?.id === from ? withOlder(timeline, page) : timeline;
          return timeline.items.at(-1)?.id === from ? withNewer(timeline, page) : timeline;
        });
        setFailed(null);
      } catch {
        setFailed(edge);
      } finally {
        loading.current.delete(edge);
      }
    },
    [client, channelId],
  );

  /** Makes sure that a message is loaded; answers false when it is gone. */
  const goTo = useCallback(
    async (messageId: Id): Promise<boolean> => {
      const present = client.getQueryData<Timeline>(timelineKey(channelId));
      if (present && placeOf(present.items, messageId).found) return true;
      const page = await listMessages(channelId, { around: messageId });
      if (!placeOf(page.items, messageId).found) return false;
      await client.cancelQueries({ queryKey: timelineKey(channelId) });
      client.setQueryData<Timeline>(timelineKey(channelId), page);
      return true;
    },
    [client, channelId],
  );

  const goToPresent = useCallback(async (): Promise<void> => {
    const present = client.getQueryData<Timeline>(timelineKey(channelId));
    if (present?.hasAfter === false) return;
    const page = await listMessages(channelId, {});
    client.setQueryData<Timeline>(timelineKey(channelId), page);
  }, [client, channelId]);

  return { query, failed, loadMore, goTo, goToPresent };
}
