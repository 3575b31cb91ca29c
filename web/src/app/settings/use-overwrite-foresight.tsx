import type { ReactNode } from 'react';
import type { BeforeRemoval, PreviewOf } from '@/features/channel';
import { ChangePreview, PreviewInside, useForesight } from '@/features/permission';
import type { Channel } from '@/gateway/contract/server';
import { useText } from '@/shared/i18n';

/** What a change of the overwrites of a channel would do, before it is made. */
export function useOverwriteForesight(channel: Channel): {
  readonly previewOf: PreviewOf;
  readonly beforeRemoval: BeforeRemoval;
  readonly syncPreview: ReactNode;
} {
  const t = useText();
  const foresee = useForesight();
  const { serverId, id: channelId } = channel;
  return {
    previewOf: ({ kind, id }, { allow, deny }) => (
      <ChangePreview
        serverId={serverId}
        change={{ change: 'overwrite-set', channelId, targetKind: kind, targetId: id, allow, deny }}
      />
    ),
    syncPreview: <PreviewInside serverId={serverId} change={{ change: 'channel-synced', channelId }} />,
    beforeRemoval: ({ kind, id, name }, run) =>
      foresee({
        serverId,
        change: { change: 'overwrite-removed', channelId, targetKind: kind, targetId: id },
        title: t('preview.removeTitle', { name, channel: channel.name }),
        act: t('preview.remove'),
        danger: true,
        run,
      }),
  };
}
