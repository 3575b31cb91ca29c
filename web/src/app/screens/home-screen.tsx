import { ArchiveRestore, Compass, Mailbox, Plus, type LucideIcon } from 'lucide-react';
import { Link } from 'wouter';
import { useReceivedInvitations } from '@/features/invitation';
import { ServerTiles, useDeletedServers, useServers } from '@/features/server';
import type { Me } from '@/gateway/contract/user';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { Icon } from '@/shared/ui/icon';
import { Main } from '@/shared/ui/main';

interface HomeScreenProps {
  readonly me: Me;
  readonly hrefOf: (serverId: string) => string;
  readonly isUnread: (serverId: string) => boolean;
  readonly onCreate: () => void;
}

/** Where one begins: one's servers, and the two ways to another. */
export function HomeScreen({ me, hrefOf, isUnread, onCreate }: HomeScreenProps) {
  const t = useText();
  const servers = useServers().data?.items ?? [];
  const received = useReceivedInvitations().data?.items.length ?? 0;
  const deleted = useDeletedServers().data?.items.length ?? 0;
  const firstName = me.displayName.split(' ')[0] ?? me.displayName;
  return (
    <Main className="scroll flex">
      <div className="m-auto grid w-full max-w-[680px] gap-8 px-6 py-12 max-tablet:px-4 max-tablet:py-8">
        <header className="grid gap-2">
          <h1 className="text-display font-semibold tracking-[-0.015em] break-words" dir="auto">
            {t('home.title', { name: firstName })}
          </h1>
          <p className="text-body text-text-2">{t(servers.length > 0 ? 'home.pick' : 'home.lead')}</p>
        </header>
        {servers.length > 0 && <ServerTiles servers={servers} hrefOf={hrefOf} isUnread={isUnread} />}
        <div className="grid gap-3 tablet:grid-cols-2">
          <button type="button" onClick={onCreate} className={card}>
            <CardBody icon={Plus} title={t('home.create')} body={t('home.createBody')} />
          </button>
          <Link href={paths.discover} className={card}>
            <CardBody icon={Compass} title={t('home.discover')} body={t('home.discoverBody')} />
          </Link>
          {received > 0 && (
            <Link href={paths.invitations} className={card}>
              <CardBody icon={Mailbox} title={t('received.title')} body={t('received.count', { count: received })} />
            </Link>
          )}
          {deleted > 0 && (
            <Link href={paths.deleted} className={card}>
              <CardBody icon={ArchiveRestore} title={t('deleted.title')} body={t('deleted.card', { count: deleted })} />
            </Link>
          )}
        </div>
      </div>
    </Main>
  );
}

const card =
  'flex items-start gap-4 rounded-card bg-surface-1 p-4 text-left ring-1 ring-line transition-colors hover:bg-surface-3 hover:ring-tint/20';

function CardBody({ icon, title, body }: { icon: LucideIcon; title: string; body: string }) {
  return (
    <>
      <span className="grid size-10 shrink-0 place-items-center rounded-card bg-accent/15 text-accent-text">
        <Icon of={icon} size={20} />
      </span>
      <span className="grid gap-1">
        <span className="text-body font-semibold">{title}</span>
        <span className="text-meta text-text-2">{body}</span>
      </span>
    </>
  );
}
