import { useLocation } from 'wouter';
import { useMembers } from '@/features/member';
import { DangerZone } from '@/features/server';
import { paths } from '@/shared/model/paths';
import type { ServerSectionProps } from './server-settings';

/** What the owner alone can do with the server, with the members that it can be handed to. */
export function DangerSection({ server, me }: Pick<ServerSectionProps, 'server' | 'me'>) {
  const [, navigate] = useLocation();
  const { query, loadMore } = useMembers(server.id);
  return (
    <DangerZone
      server={server}
      me={me.id}
      members={query.data?.items ?? []}
      loadMore={query.data?.hasAfter ? loadMore : null}
      onGone={() => navigate(paths.home)}
    />
  );
}
