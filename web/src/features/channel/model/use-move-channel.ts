import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import { frameLog } from '@/gateway/feed/feed';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { toast } from '@/shared/ui/toasts';
import { moveChannel } from '../api/move-channel';
import type { ChannelPage } from '../api/list-channels';
import { arranged, type Placement } from './arrange';
import { channelsKey } from './use-channels';

interface Move {
  readonly channelId: Id;
  readonly placement: Placement;
}

/** Moves a channel where one sees it at once; the feed then tells everyone its true place. */
export function useMoveChannel(serverId: Id) {
  const t = useText();
  const client = useQueryClient();
  const key = channelsKey(serverId);
  return useMutation({
    mutationFn: ({ channelId, placement }: Move) => moveChannel(channelId, placement),
    onMutate: ({ channelId, placement }) =>
      client.setQueryData<ChannelPage>(
        key,
        (page) =>
          page && {
            ...page,
            items: [...arranged(page.items, channelId, placement)],
            // Frames up to here are in it already.
            position: Math.max(page.position, frameLog.head),
          },
      ),
    onError: (error) => {
      toast(problemText(t, error), { tone: 'danger' });
      return client.invalidateQueries({ queryKey: key });
    },
  });
}
