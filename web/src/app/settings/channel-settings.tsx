import { CircleHelp, KeyRound, SlidersHorizontal, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useChannels } from '@/features/channel';
import { useServer } from '@/features/server';
import type { Id } from '@/gateway/contract/ids';
import type { Channel, Server } from '@/gateway/contract/server';
import type { Me } from '@/gateway/contract/user';
import { useText, type TextKey } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { Main } from '@/shared/ui/main';
import { NotFoundScreen } from '../screens/not-found-screen';
import { ChannelOverviewSection } from './channel-overview-section';
import { ChannelPermissionsSection } from './channel-permissions-section';
import { SettingsFrame } from './settings-frame';
import { WhySection } from './why-section';

/** What a section of the settings knows of where it is. */
export interface ChannelSectionProps {
  readonly server: Server;
  readonly channel: Channel;
  readonly me: Me;
  /** What of the section is open, as the address names it. */
  readonly item: string | null;
}

interface ChannelSection {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly label: TextKey;
  /** Whether it has columns of its own. */
  readonly wide?: boolean;
  /** What one needs in the channel to see it. */
  readonly permission: string;
  readonly content: (props: ChannelSectionProps) => ReactNode;
}

/** A new section is one more entry here. */
const channelSections: readonly ChannelSection[] = [
  {
    id: 'overview',
    icon: SlidersHorizontal,
    label: 'settings.overview',
    permission: 'MANAGE_CHANNELS',
    content: ({ channel }) => <ChannelOverviewSection channel={channel} />,
  },
  {
    id: 'permissions',
    icon: KeyRound,
    label: 'settings.permissions',
    wide: true,
    permission: 'MANAGE_ROLES',
    content: (props) => <ChannelPermissionsSection {...props} />,
  },
  {
    id: 'why',
    icon: CircleHelp,
    label: 'settings.why',
    permission: 'MANAGE_ROLES',
    content: ({ server, channel }) => <WhySection serverId={server.id} channelId={channel.id} />,
  },
];

interface ChannelSettingsProps {
  readonly me: Me;
  readonly serverId: Id;
  readonly channelId: Id;
  readonly section: string | null;
  readonly item: string | null;
}

/** All that can be set in a channel, as far as one may. */
export function ChannelSettings({ me, serverId, channelId, section, item }: ChannelSettingsProps) {
  const t = useText();
  const server = useServer(serverId);
  const channels = useChannels(serverId).data?.items;
  const channel = channels?.find((one) => one.id === channelId);
  if (server === null) return <NotFoundScreen body={t('server.missing')} />;
  if (server === undefined || channels === undefined) return <Main />;
  if (channel === undefined) return <NotFoundScreen body={t('channel.missing')} />;
  return (
    <SettingsFrame
      title={channel.type === 'text' ? `#${channel.name}` : channel.name}
      sections={channelSections
        .filter((one) => channel.permissions.includes(one.permission))
        .map(({ content, label, ...one }) => ({
          ...one,
          label: t(label),
          content: content({ server, channel, me, item }),
        }))}
      open={section}
      item={item !== null}
      hrefOf={(to) => paths.channelSettings(serverId, channelId, to ?? undefined)}
      back={channel.type === 'text' ? paths.channel(serverId, channelId) : paths.server(serverId)}
    />
  );
}
