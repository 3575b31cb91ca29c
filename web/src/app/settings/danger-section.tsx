import { useLocation } from 'wouter';
import { DangerZone } from '@/features/server';
import { paths } from '@/shared/model/paths';
import type { ServerSectionProps } from './server-settings';

/** What the owner alone can do with the server. */
export function DangerSection({ server, me }: Pick<ServerSectionProps, 'server' | 'me'>) {
  const [, navigate] = useLocation();
  return <DangerZone server={server} me={me.id} onGone={() => navigate(paths.home)} />;
}
