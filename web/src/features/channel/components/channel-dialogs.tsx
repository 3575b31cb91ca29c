import type { Channel } from '@/gateway/contract/server';
import { laterOverlay } from '@/shared/ui/later';

const EditChannelDialog = laterOverlay(() => import('./edit-channel-dialog'));
const DeleteChannelDialog = laterOverlay(() => import('./delete-channel-dialog'));

interface ChannelDialogsProps {
  readonly channel: Channel;
  readonly open: 'edit' | 'delete' | null;
  readonly onClose: () => void;
  readonly onGone: () => void;
}

/** What the menu of a channel opens. */
export function ChannelDialogs({ channel, open, onClose, onGone }: ChannelDialogsProps) {
  return (
    <>
      <EditChannelDialog open={open === 'edit'} channel={channel} onClose={onClose} />
      <DeleteChannelDialog open={open === 'delete'} channel={channel} onClose={onClose} onGone={onGone} />
    </>
  );
}
