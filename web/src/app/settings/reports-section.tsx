import { useChannels } from '@/features/channel';
import { deleteMessage } from '@/features/message';
import { ReportQueue } from '@/features/moderation';
import { paths } from '@/shared/model/paths';
import type { ServerSectionProps } from './server-settings';

/** What is reported, with the channels in which it was said. */
export function ReportsSection({ server, me }: ServerSectionProps) {
  const channels = useChannels(server.id).data?.items;
  return (
    <ReportQueue
      server={server}
      me={me.id}
      channelNameOf={(id) => channels?.find((one) => one.id === id)?.name}
      linkOf={(channelId, messageId) => paths.message(server.id, channelId, messageId)}
      onDelete={deleteMessage}
    />
  );
}
