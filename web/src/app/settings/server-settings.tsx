import { Ban, CircleHelp, Flag, ScrollText, Shield, ShieldCheck, SlidersHorizontal, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { BanList, SafetySettings, useWaitingReports } from '@/features/moderation';
import { ServerOverview, useServer } from '@/features/server';
import type { Id } from '@/gateway/contract/ids';
import type { Server } from '@/gateway/contract/server';
import type { Me } from '@/gateway/contract/user';
import { useText, type TextKey } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { Main } from '@/shared/ui/main';
import { NotFoundScreen } from '../screens/not-found-screen';
import { DangerSection } from './danger-section';
import { ReportsSection } from './reports-section';
import { RolesSection } from './roles-section';
import { ServerAudit } from './server-audit';
import { serverSectionNeeds, type ServerSectionId } from './server-sections';
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
  readonly id: ServerSectionId;
  readonly icon: LucideIcon;
  readonly label: TextKey;
  /** Whether it has columns of its own. */
  readonly wide?: boolean;
  readonly content: (props: ServerSectionProps) => ReactNode;
}

/** A new section is one more entry here, and one of what it needs. */
const serverSections: readonly ServerSection[] = [
  {
    id: 'overview',
    icon: SlidersHorizontal,
    label: 'settings.overview',
    content: ({ server, me }) => (
      <ServerOverview server={server}>
        {server.ownerId === me.id && <DangerSection server={server} me={me} />}
      </ServerOverview>
    ),
  },
  {
    id: 'roles',
    icon: Shield,
    label: 'settings.roles',
    wide: true,
    content: (props) => <RolesSection {...props} />,
  },
  {
    id: 'why',
    icon: CircleHelp,
    label: 'settings.why',
    content: ({ server }) => <WhySection serverId={server.id} />,
  },
  {
    id: 'reports',
    icon: Flag,
    label: 'report.title',
    content: (props) => <ReportsSection {...props} />,
  },
  {
    id: 'safety',
    icon: ShieldCheck,
    label: 'safety.title',
    content: ({ server }) => <SafetySettings serverId={server.id} />,
  },
  {
    id: 'bans',
    icon: Ban,
    label: 'moderation.bans',
    content: ({ server }) => <BanList serverId={server.id} />,
  },
  {
    id: 'audit-log',
    icon: ScrollText,
    label: 'audit.title',
    wide: true,
    content: ({ server }) => <ServerAudit serverId={server.id} />,
  },
];

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
  const waiting = useWaitingReports(serverId, server?.permissions.includes(serverSectionNeeds.reports) ?? false);
  if (server === undefined) return <Main />;
  if (server === null) return <NotFoundScreen body={t('server.missing')} />;
  return (
    <SettingsFrame
      title={server.name}
      sections={serverSections
        .filter((one) => server.permissions.includes(serverSectionNeeds[one.id]))
        .map(({ content, label, ...one }) => ({
          ...one,
          label: t(label),
          ...(one.id === 'reports' && waiting > 0 && { count: waiting }),
          content: content({ server, me, item }),
        }))}
      open={section}
      item={item !== null}
      hrefOf={(to) => paths.serverSettings(server.id, to ?? undefined)}
      back={paths.server(server.id)}
    />
  );
}
