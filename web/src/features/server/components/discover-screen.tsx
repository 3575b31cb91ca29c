import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Compass, Plus, Search, Users } from 'lucide-react';
import { useDeferredValue, useEffect, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Id } from '@/gateway/contract/ids';
import type { Server } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { Button, buttonClass } from '@/shared/ui/button';
import { Delayed } from '@/shared/ui/delayed';
import { Empty } from '@/shared/ui/empty';
import { Failure } from '@/shared/ui/failure';
import { Icon } from '@/shared/ui/icon';
import { Main } from '@/shared/ui/main';
import { toast } from '@/shared/ui/toasts';
import { findPublicServers } from '../api/find-public-servers';
import { joinServer } from '../api/join-server';
import { serversKey, useServers } from '../model/use-servers';

interface DiscoverScreenProps {
  readonly hrefOf: (serverId: Id) => string;
  readonly onJoined: (serverId: Id) => void;
  readonly onCreate: () => void;
}

export default function DiscoverScreen({ hrefOf, onJoined, onCreate }: DiscoverScreenProps) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('q') ?? '');
  const words = useSettled(useDeferredValue(typed.trim()));
  const mine = useServers().data?.items;
  const { data, error, isError, isPending, refetch, isPlaceholderData } = useQuery({
    queryKey: ['discovery', words],
    queryFn: ({ signal }) => findPublicServers(words, signal),
    placeholderData: keepPreviousData,
  });

  useEffect(() => setParams(words === '' ? {} : { q: words }, { replace: true }), [words, setParams]);

  return (
    <Main className="scroll flex flex-col">
      <div className="mx-auto flex w-full max-w-[920px] grow flex-col gap-6 px-6 py-10 max-tablet:px-4 max-tablet:py-6">
        <header className="flex flex-wrap items-end justify-between gap-4">
          <div>
            <h1 className="text-display font-semibold tracking-[-0.01em]">{t('discover.title')}</h1>
            <p className="text-body text-text-2">{t('discover.lead')}</p>
          </div>
          <Button look="quiet" onClick={onCreate}>
            <Icon of={Plus} />
            {t('server.create')}
          </Button>
        </header>
        <label className="flex h-11 items-center gap-3 rounded-card bg-surface-3 px-3.5 ring-1 ring-tint/14 focus-within:ring-2 focus-within:ring-accent-strong">
          <Icon of={Search} className="text-text-3" />
          <input
            type="search"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder={t('discover.search')}
            aria-label={t('discover.search')}
            className="h-full grow bg-transparent text-entry outline-none"
          />
        </label>
        {isError ? (
          <Failure title={t('rail.error')} body={problemText(t, error)} onRetry={() => void refetch()} />
        ) : isPending ? (
          <Delayed>
            <Cards>
              {[0, 1, 2, 3].map((i) => (
                <li key={i} className="skeleton h-[148px] rounded-card!" />
              ))}
            </Cards>
          </Delayed>
        ) : data.items.length === 0 ? (
          words === '' ? (
            <Empty icon={Compass} title={t('discover.empty')} body={t('discover.emptyHint')}>
              <Button onClick={onCreate}>{t('server.create')}</Button>
            </Empty>
          ) : (
            <Empty icon={Search} title={t('discover.none', { words })} body={t('discover.noneHint')} />
          )
        ) : (
          <Cards dimmed={isPlaceholderData}>
            {data.items.map((server) => (
              <ServerCard
                key={server.id}
                server={server}
                href={server.member || mine?.some((one) => one.id === server.id) ? hrefOf(server.id) : null}
                onJoined={onJoined}
              />
            ))}
          </Cards>
        )}
      </div>
    </Main>
  );
}

function Cards({ dimmed = false, children }: { dimmed?: boolean; children: React.ReactNode }) {
  return (
    <ul aria-busy={dimmed} className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,280px),1fr))] gap-3">
      {children}
    </ul>
  );
}

function ServerCard({ server, href, onJoined }: { server: Server; href: string | null; onJoined: (id: Id) => void }) {
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
    <li className="flex min-h-[148px] flex-col gap-3 rounded-card border border-line bg-surface-3/55 p-4">
      <div className="flex min-w-0 items-center gap-3">
        <Avatar id={server.id} name={server.name} size={40} square />
        <div className="min-w-0">
          <h2 className="truncate font-semibold" dir="auto">
            {server.name}
          </h2>
          <p className="tabular flex items-center gap-1.5 text-label text-text-3">
            <Icon of={Users} size={14} />
            {t('server.members', { count: server.memberCount })}
          </p>
        </div>
      </div>
      <p className="line-clamp-2 grow text-meta text-text-2" dir="auto">
        {server.description}
      </p>
      {href === null ? (
        <Button size="small" className="self-start" disabled={joining.isPending} onClick={() => joining.mutate()}>
          {t('discover.join')}
          <span className="sr-only">{server.name}</span>
        </Button>
      ) : (
        <Link href={href} className={`${buttonClass('quiet', 'small')} self-start`}>
          {t('discover.open')}
          <span className="sr-only">{server.name}</span>
        </Link>
      )}
    </li>
  );
}

/** The value when it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 200);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
