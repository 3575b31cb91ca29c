import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Compass, Plus, Search } from 'lucide-react';
import { useDeferredValue, useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Id } from '@/gateway/contract/ids';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Delayed } from '@/shared/ui/delayed';
import { Empty } from '@/shared/ui/empty';
import { Failure } from '@/shared/ui/failure';
import { Icon } from '@/shared/ui/icon';
import { Main } from '@/shared/ui/main';
import { findPublicServers } from '../api/find-public-servers';
import { useServers } from '../model/use-servers';
import { ServerCard } from './server-card';

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
  const found = useInfiniteQuery({
    queryKey: ['discovery', words],
    queryFn: ({ pageParam, signal }) => findPublicServers(words, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
  });
  const { data, error, isError, isPending, refetch, isPlaceholderData } = found;
  // What was shown once may come again on a later page when sizes have changed meanwhile.
  const servers = [...new Map(data?.pages.flatMap((page) => page.items).map((server) => [server.id, server])).values()];

  useEffect(() => setParams(words === '' ? {} : { q: words }, { replace: true }), [words, setParams]);

  return (
    <Main className="scroll flex flex-col">
      <div className="mx-auto flex w-full max-w-[1080px] grow flex-col gap-6 px-6 py-10 max-tablet:px-4 max-tablet:py-6">
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
          <Failure title={t('discover.error')} body={problemText(t, error)} onRetry={() => void refetch()} />
        ) : isPending ? (
          <Delayed>
            <Cards>
              {[0, 1, 2, 3].map((i) => (
                <li key={i} className="skeleton h-[228px] rounded-card!" />
              ))}
            </Cards>
          </Delayed>
        ) : servers.length === 0 ? (
          words === '' ? (
            <Empty icon={Compass} title={t('discover.empty')} body={t('discover.emptyHint')}>
              <Button onClick={onCreate}>{t('server.create')}</Button>
            </Empty>
          ) : (
            <Empty icon={Search} title={t('discover.none', { words })} body={t('discover.noneHint')} />
          )
        ) : (
          <>
          <p role="status" className="sr-only">
            {t('discover.found', { count: data.pages[0]?.total ?? 0 })}
          </p>
          <Cards dimmed={isPlaceholderData}>
            {servers.map((server) => (
              <ServerCard
                key={server.id}
                server={server}
                href={server.member || mine?.some((one) => one.id === server.id) ? hrefOf(server.id) : null}
                onJoined={onJoined}
                onTag={setTyped}
              />
            ))}
          </Cards>
          {found.hasNextPage && (
            <Button look="quiet" className="self-center" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t('discover.more')}
            </Button>
          )}
          </>
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

/** The value when it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 200);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
