import { ChevronDown } from 'lucide-react';
import { useLocation } from 'wouter';
import type { Channel } from '@/gateway/contract/server';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { Icon } from '@/shared/ui/icon';
import { Menu } from '@/shared/ui/menu';
import { useDeleteChannel } from '../model/use-delete-channel';
import { channelEntries } from './channel-entries';

/** What can be done with the channel that is open. */
export function ChannelMenu({ channel }: { channel: Channel }) {
  const t = useText();
  const [, navigate] = useLocation();
  const deleteNow = useDeleteChannel();
  return (
    <Menu
      label={t('channel.menu', { name: channel.name })}
      entries={channelEntries(t, channel, {
        onSettings: () => navigate(paths.channelSettings(channel.serverId, channel.id)),
        onDelete: () => deleteNow(channel),
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
  );
}
