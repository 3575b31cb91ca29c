import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Channel } from '@/gateway/contract/server';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { Icon } from '@/shared/ui/icon';
import { laterOverlay } from '@/shared/ui/later';
import { Menu } from '@/shared/ui/menu';
import { channelEntries } from './channel-entries';

const DeleteChannelDialog = laterOverlay(() => import('./delete-channel-dialog'));

/** What can be done with the channel that is open. */
export function ChannelMenu({ channel, onGone }: { channel: Channel; onGone: () => void }) {
  const t = useText();
  const [, navigate] = useLocation();
  const [deleting, setDeleting] = useState(false);
  return (
    <>
      <Menu
        label={t('channel.menu', { name: channel.name })}
        entries={channelEntries(t, channel, {
          onSettings: () => navigate(paths.channelSettings(channel.serverId, channel.id)),
          onDelete: () => setDeleting(true),
        })}
        trigger={
          <button
            type="button"
            aria-label={t('channel.menu', { name: channel.name })}
            className="grid size-6 shrink-0 place-items-center rounded-control text-text-3 hover:bg-tint/8 hover:text-text-1 data-popup-open:bg-tint/8 pointer-coarse:size-11"
          >
            <Icon of={ChevronDown} size={16} />
          </button>
        }
      />
      <DeleteChannelDialog channel={channel} open={deleting} onClose={() => setDeleting(false)} onGone={onGone} />
    </>
  );
}
