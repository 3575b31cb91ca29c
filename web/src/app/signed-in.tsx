import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ComponentProps } from 'react';
import { Router } from 'wouter';
import { followChannels } from '@/features/channel';
import { followInvitations, followReceived } from '@/features/invitation';
import { followMembers } from '@/features/member';
import { followMessages } from '@/features/message';
import { followModeration } from '@/features/moderation';
import { followPermissions, Foresight } from '@/features/permission';
import { followPresence } from '@/features/presence';
import { followRoles } from '@/features/role';
import { followServers } from '@/features/server';
import { followUnread, startReadings } from '@/features/unread';
import type { Me } from '@/gateway/contract/user';
import { closeFeed, onFrame, openFeed } from '@/gateway/feed/feed';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { mayLeave } from '@/shared/model/unsaved';
import { Failure } from '@/shared/ui/failure';
import { followRights } from './follow-rights';
import { meKey, useMe } from './me';
import { reloadRights } from './reload-rights';
import { Shell } from './shell/shell';

/** The app of who is signed in. */
export default function SignedIn() {
  const t = useText();
  const { data: me, error, refetch } = useMe();
  if (error) return <Failure whole title={t('connection.unreachable')} body={problemText(t, error)} onRetry={() => void refetch()} />;
  return me ? <Following me={me} /> : null;
}

const stayWithUnsaved: NonNullable<ComponentProps<typeof Router>['aroundNav']> = (navigate, to, options) => {
  if (mayLeave()) navigate(to, options);
};

/** Everything that is cached follows the feed as long as this is shown. */
function Following({ me }: { me: Me }) {
  const client = useQueryClient();
  useEffect(() => {
    startReadings(me.id);
    followRoles();
    const stops = [
      followChannels(client),
      followInvitations(client),
      followMembers(client),
      followMessages(me.id),
      followModeration(client, me.id, (serverId) => reloadRights(client, serverId)),
      followServers(client, me.id),
      followRights(client, me.id),
      followPermissions(client),
      followPresence(client),
      followReceived(client, me.id),
      followUnread(me.id),
      onFrame((frame) => {
        if (frame.type === 'user.picture-set' && frame.userId === me.id) void client.invalidateQueries({ queryKey: meKey });
      }),
    ];
    openFeed();
    return () => {
      stops.forEach((stop) => stop());
      closeFeed();
    };
  }, [client, me.id]);
  return (
    <Router aroundNav={stayWithUnsaved}>
      <Shell me={me} />
      <Foresight />
    </Router>
  );
}
