import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Activity, Users } from 'lucide-react';
import { Link } from 'wouter';
import type { Id } from '@/gateway/contract/ids';
import type { DiscoveredServer } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { Banner } from '@/shared/ui/banner';
import { Button, buttonClass } from '@/shared/ui/button';
import { Icon } from '@/shared/ui/icon';
import { toast } from '@/shared/ui/toasts';
import { joinServer } from '../api/join-server';
import { serversKey } from '../model/use-servers';

interface ServerCardProps {
  readonly server: DiscoveredServer;
  /** Where it is, for who is in it. */
  readonly href: string | null;
  readonly onJoined: (id: Id) => void;
  readonly onTag: (tag: string) => void;
}

/** A public server to look at, and to join. */
export function ServerCard({ server, href, onJoined, onTag }: ServerCardProps) {
  const t = useText();
  const client = useQueryClient();
  const joining = useMutation({
    mutationFn: () => joinServer(server.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: serversKey });
      onJoined(server.id);
    },
    onError: (error) => toast(problemText(t, error), { tone: 'danger' }),
  });
  return (
    <li className="flex min-h-[228px] flex-col overflow-hidden rounded-card border border-line bg-surface-3/55 transition-colors hover:border-tint/20">
      <Banner
        id={server.id}
        url={server.bannerUrl}
        sizes="(min-width: 768px) 360px, 100vw"
        className="h-20 shrink-0"
      />
      <div className="flex grow flex-col gap-2.5 px-4 pb-4">
        <Avatar
          id={server.id}
          name={server.name}
          url={server.pictureUrl}
          size={56}
          square
          className="relative -mt-7 ring-4 ring-surface-1"
        />
        <div className="min-w-0">
          <h2 className="truncate font-semibold" dir="auto" title={server.name}>
            {server.name}
          </h2>
          <p className="tabular flex flex-wrap items-center gap-x-3 text-label text-text-2">
            <span className="inline-flex items-center gap-1.5">
              <Icon of={Users} size={14} />
              {t('server.members', { count: server.memberCount })}
            </span>
            {server.activity > 0 && (
              <span className="inline-flex items-center gap-1.5">
                <Icon of={Activity} size={14} />
                {t('discover.activity', { count: server.activity })}
              </span>
            )}
          </p>
        </div>
        <p className="line-clamp-2 min-h-10 grow text-meta text-text-2" dir="auto">
          {server.description}
        </p>
        {server.tags.length > 0 && (
          <ul aria-label={t('discover.tags')} className="flex flex-wrap gap-1.5">
            {server.tags.map((tag) => (
              <li key={tag}>
                <button
                  type="button"
                  onClick={() => onTag(tag)}
                  className="max-w-full truncate rounded-full bg-tint/8 px-2 py-0.5 text-label text-text-2 transition-colors hover:bg-tint/14 hover:text-text-1 pointer-coarse:py-2.5"
                >
                  {tag}
                </button>
              </li>
            ))}
          </ul>
        )}
        {href === null ? (
          <Button size="small" className="mt-0.5 self-start" disabled={joining.isPending} onClick={() => joining.mutate()}>
            {t('discover.join')}
            <span className="sr-only">{server.name}</span>
          </Button>
        ) : (
          <Link href={href} className={`${buttonClass('quiet', 'small')} mt-0.5 self-start`}>
            {t('discover.open')}
            <span className="sr-only">{server.name}</span>
          </Link>
        )}
      </div>
    </li>
  );
}
