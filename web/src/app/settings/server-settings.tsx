import { Ban, CircleHelp, Shield, SlidersHorizontal, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { BanList } from '@/features/moderation';
import { ServerOverview, useServer } from '@/features/server';
import type { Id } from '@/gateway/contract/ids';
import type { Server } from '@/gateway/contract/server';
import type { Me } from '@/gateway/contract/user';
import { useText, type TextKey } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { Main } from '@/shared/ui/main';
import { NotFoundScreen } from '../screens/not-found-screen';
import { RolesSection } from './roles-section';
import { SettingsFrame } from './settings-frame';
import { WhySection } from './why-section';

/** What a section of the settings knows of where it is. */
export interface ServerSectionProps {
  readonly server: Server;
  readonly me: Me;
  /** What of the section is open, as the address names it. */
  readonly item: string | null;
}

interface ServerSection {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly label: TextKey;
  /** Whether it has columns of its own. */
  readonly wide?: boolean;
  readonly shownTo: (server: Server, me: Id) => boolean;
  readonly content: (props: ServerSectionProps) => ReactNode;
}

const may = (permission: string) => (server: Server) => server.permissions.includes(permission);

/** A new section is one more entry here. */
const serverSections: readonly ServerSection[] = [
  {
    id: 'overview',
    icon: SlidersHorizontal,
    label: 'settings.overview',
    shownTo: may('MANAGE_SERVER'),
    content: ({ server }) => <ServerOverview server={server} />,
  },
  {
    id: 'roles',
    icon: Shield,
    label: 'settings.roles',
    wide: true,
    shownTo: may('MANAGE_ROLES'),
    content: (props) => <RolesSection {...props} />,
  },
  {
    id: 'why',
    icon: CircleHelp,
    label: 'settings.why',
    shownTo: may('MANAGE_ROLES'),
    content: ({ server }) => <WhySection serverId={server.id} />,
  },
  {
    id: 'bans',
    icon: Ban,
    label: 'moderation.bans',
    shownTo: may('BAN_MEMBERS'),
    content: ({ server }) => <BanList serverId={server.id} />,
  },
];

export const hasServerSettings = (server: Server, me: Id): boolean =>
  serverSections.some((section) => section.shownTo(server, me));

interface ServerSettingsProps {
  readonly me: Me;
  readonly serverId: Id;
  readonly section: string | null;
  readonly item: string | null;
}

/** All that can be set in a server, as far as one may. */
export function ServerSettings({ me, serverId, section, item }: ServerSettingsProps) {
  const t = useText();
  const server = useServer(serverId);
  if (server === undefined) return <Main />;
  if (server === null) return <NotFoundScreen body={t('server.missing')} />;
  return (
    <SettingsFrame
      title={server.name}
      sections={serverSections
        .filter((one) => one.shownTo(server, me.id))
        .map(({ content, label, ...one }) => ({
          ...one,
          label: t(label),
          content: content({ server, me, item }),
        }))}
      open={section}
      item={item !== null}
      hrefOf={(to) => paths.serverSettings(server.id, to ?? undefined)}
      back={paths.server(server.id)}
    />
  );
}
