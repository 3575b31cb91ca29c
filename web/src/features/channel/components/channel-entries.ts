import { ArrowDown, ArrowUp, CheckCheck, Link2, Settings, Trash2 } from 'lucide-react';
import type { Id } from '@/gateway/contract/ids';
import type { Channel } from '@/gateway/contract/server';
import type { Translate } from '@/shared/i18n';
import { copyText } from '@/shared/model/clipboard';
import { paths } from '@/shared/model/paths';
import { line, type MenuEntry } from '@/shared/ui/menu-entry';
import { toast } from '@/shared/ui/toasts';

/** What moves the channel one step; left out where there is no further. */
export interface Steps {
  readonly up?: () => void;
  readonly down?: () => void;
}

/** The entries of a channel's menu, wherever it opens; none for a voice channel or folder that one may not change. */
export function channelEntries(
  t: Translate,
  channel: Channel,
  act: { readonly onSettings: () => void; readonly onDelete: () => void },
  onRead?: (channelId: Id) => void,
  steps: Steps = {},
): readonly MenuEntry[] {
  const copyLink = async () => {
    if (await copyText(location.origin + paths.channel(channel.serverId, channel.id))) toast(t('app.copied'));
  };
  const forReaders: readonly MenuEntry[] = [
    ...(onRead ? [{ kind: 'action', icon: CheckCheck, label: t('channel.markRead'), run: () => onRead(channel.id) } as const] : []),
    { kind: 'action', icon: Link2, label: t('channel.copyLink'), run: () => void copyLink() },
  ];
  const may = (permission: string) => channel.permissions.includes(permission);
  return [
    ...(channel.type === 'text' ? forReaders : []),
    ...(may('MANAGE_CHANNELS') || may('MANAGE_ROLES')
      ? ([{ kind: 'action', icon: Settings, label: t('settings.channel'), run: act.onSettings }] as const)
      : []),
    ...(may('MANAGE_CHANNELS') && steps.up ? [{ kind: 'action', icon: ArrowUp, label: t('channel.moveUp'), run: steps.up } as const] : []),
    ...(may('MANAGE_CHANNELS') && steps.down
      ? [{ kind: 'action', icon: ArrowDown, label: t('channel.moveDown'), run: steps.down } as const]
      : []),
    ...(may('MANAGE_CHANNELS')
      ? ([line, { kind: 'action', icon: Trash2, label: t('channel.delete'), danger: true, run: act.onDelete }] as const)
      : []),
  ];
}
