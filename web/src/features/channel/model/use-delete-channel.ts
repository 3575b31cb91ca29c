import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Channel } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { UNDO_MS, toast } from '@/shared/ui/toasts';
import { deleteChannel } from '../api/delete-channel';
import { restoreChannel } from '../api/restore-channel';
import { channelsKey } from './use-channels';

/** Deletes a channel without asking, since it can be taken back: at once in passing, and for a week in the audit log. */
export function useDeleteChannel(): (channel: Channel) => void {
  const t = useText();
  const client = useQueryClient();
  const fail = (error: unknown) => toast(problemText(t, error), { tone: 'danger' });
  const restore = async (channel: Channel) => {
    try {
      await restoreChannel(channel.id);
      await client.invalidateQueries({ queryKey: channelsKey(channel.serverId) });
    } catch (error) {
      fail(error);
    }
  };
  const { mutate } = useMutation({
    mutationFn: (channel: Channel) => deleteChannel(channel.id),
    onSuccess: (_, channel) => {
      toast(t(channel.type === 'folder' ? 'channel.folderDeleted' : 'channel.deleted', { name: channel.name }), {
        action: { label: t('app.undo'), run: () => void restore(channel) },
        stay: UNDO_MS,
      });
    },
    onError: fail,
  });
  return mutate;
}
