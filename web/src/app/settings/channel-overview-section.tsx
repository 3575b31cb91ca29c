import { ChannelOverview } from '@/features/channel';
import type { Channel } from '@/gateway/contract/server';
import { useOverwriteForesight } from './use-overwrite-foresight';

/** What a channel is, with what it would do to hide it or to show it. */
export function ChannelOverviewSection({ channel }: { channel: Channel }) {
  const { previewOf } = useOverwriteForesight(channel);
  return <ChannelOverview channel={channel} previewOf={previewOf} />;
}
