import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { Channel } from '@/gateway/contract/server';
import { useText } from '@/shared/i18n';
import { Icon } from '@/shared/ui/icon';
import { Menu } from '@/shared/ui/menu';
import { ChannelDialogs } from './channel-dialogs';
import { channelEntries } from './channel-entries';

/** What can be done with the channel that is open. */
export function ChannelMenu({ channel, onGone }: { channel: Channel; onGone: () => void }) {
  const t = useText();
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  return (
    <>
      <Menu
        label={t('channel.menu', { name: channel.name })}
        entries={channelEntries(t, channel, setOpen)}
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
      <ChannelDialogs channel={channel} open={open} onClose={() => setOpen(null)} onGone={onGone} />
    </>
  );
}
