import { Link } from 'wouter';
import type { Server } from '@/gateway/contract/server';
import { useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';

interface ServerTilesProps {
  readonly servers: readonly Server[];
  readonly hrefOf: (serverId: string) => string;
  readonly isUnread: (serverId: string) => boolean;
}

/** My servers, each a press away. */
export function ServerTiles({ servers, hrefOf, isUnread }: ServerTilesProps) {
  const t = useText();
  return (
    <ul aria-label={t('rail.label')} className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,260px),1fr))] gap-1">
      {servers.map((server) => {
        const unread = isUnread(server.id);
        return (
          <li key={server.id} className="min-w-0">
            <Link
              href={hrefOf(server.id)}
              className="flex min-h-14 items-center gap-3 rounded-card px-2 py-1.5 transition-colors hover:bg-tint/5"
            >
              <Avatar id={server.id} name={server.name} url={server.pictureUrl} size={40} square />
              <span className="grid min-w-0 grow">
                <span className="truncate font-medium" dir="auto">
                  {server.name}
                </span>
                <span className="tabular text-label text-text-3">{t('server.members', { count: server.memberCount })}</span>
              </span>
              {unread && (
                <span className="size-2 shrink-0 rounded-full bg-accent">
                  <span className="sr-only">{t('timeline.unread')}</span>
                </span>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
