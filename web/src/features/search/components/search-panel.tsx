import { useInfiniteQuery } from '@tanstack/react-query';
import { Search, SearchX, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Id } from '@/gateway/contract/ids';
import type { Message, SearchPage } from '@/gateway/contract/message';
import { problemText } from '@/gateway/problem-text';
import { briefDate, fullDateTime, useLanguage, useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { cx } from '@/shared/ui/cx';
import { Delayed } from '@/shared/ui/delayed';
import { Empty } from '@/shared/ui/empty';
import { Failure } from '@/shared/ui/failure';
import { Icon } from '@/shared/ui/icon';
import { IconButton } from '@/shared/ui/icon-button';
import { searchMessages } from '../api/search-messages';
import { fragmentsOf } from '../model/highlights';

const scopes = ['everywhere', 'here', 'channel'] as const;
type Scope = (typeof scopes)[number];

interface SearchPanelProps {
  readonly serverId: Id | null;
  readonly channelId: Id | null;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onClose: () => void;
  /** Where a message is, or null when its place is not known here. */
  readonly placeOf: (message: Message) => { readonly href: string; readonly name: string } | null;
}

/** Search beside the conversation: it stays while one looks at what it found. */
export default function SearchPanel({ serverId, channelId, words, onWords, onClose, placeOf }: SearchPanelProps) {
  const t = useText();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(words);
  const [scope, setScope] = useState<Scope>(serverId === null ? 'everywhere' : 'here');

  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    const timer = setTimeout(() => typed.trim() !== words && onWords(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed, words, onWords]);

  return (
    <section
      aria-label={t('search.title')}
      className="flex min-h-0 grow flex-col"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line pr-2 pl-3">
        <Icon of={Search} className="text-text-3" />
        <input
          ref={box}
          type="search"
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={t('search.placeholder')}
          aria-label={t('topbar.search')}
          className="h-full min-w-0 grow bg-transparent text-entry outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        <IconButton icon={X} label={t('search.close')} keys="Esc" side="bottom" onClick={onClose} />
      </header>
      <div role="group" aria-label={t('search.scope')} className="flex flex-wrap gap-1 px-3 py-2">
        {scopes
          .filter((one) => one === 'everywhere' || serverId !== null)
          .toReversed()
          .map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={scope === one}
              onClick={() => setScope(one)}
              className="relative h-7 rounded-full px-2.5 text-label font-medium text-text-2 after:absolute after:-inset-y-2 after:inset-x-0 hover:bg-tint/8 aria-pressed:bg-tint/12 aria-pressed:text-text-1 pointer-coarse:h-8 pointer-coarse:px-3"
            >
              {t(`search.${one}`)}
            </button>
          ))}
      </div>
      {words === '' ? (
        <Empty icon={Search} title={t('search.start')} body={t('search.startBody')} />
      ) : (
        <Results
          words={words}
          serverId={scope === 'everywhere' ? undefined : (serverId ?? undefined)}
          channelId={scope === 'channel' ? (channelId ?? undefined) : undefined}
          placeOf={placeOf}
        />
      )}
    </section>
  );
}

interface ResultsProps extends Pick<SearchPanelProps, 'placeOf'> {
  readonly words: string;
  readonly serverId: Id | undefined;
  readonly channelId: Id | undefined;
}

function Results({ words, serverId, channelId, placeOf }: ResultsProps) {
  const t = useText();
  const { data, error, isError, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['search', words, serverId, channelId],
    queryFn: ({ pageParam, signal }) => searchMessages({ words, serverId, channelId }, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: SearchPage) => page.cursor,
    staleTime: 30_000,
  });
  if (isError) return <Failure title={t('error.title')} body={problemText(t, error)} onRetry={() => void refetch()} />;
  if (isPending) {
    return (
      <Delayed>
        <div role="status" aria-label={t('app.loading')} className="grid gap-3 px-3 pt-2">
          {[0, 1, 2, 3].map((i) => (
            <span key={i} className="skeleton h-20 rounded-card!" />
          ))}
        </div>
      </Delayed>
    );
  }
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty icon={SearchX} title={t('search.none', { words })} body={t('search.noneBody')} />;
  return (
    <div className="scroll grow px-3 pb-4">
      <p role="status" className="tabular py-1 text-label text-text-3">
        {t('search.total', { count: data.pages[0]?.total ?? items.length })}
      </p>
      <ul className="grid gap-2">
        {items.map(({ message, highlights }) => (
          <li key={message.id}>
            <Found message={message} highlights={highlights} place={placeOf(message)} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button look="quiet" size="small" className="mt-3 w-full" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('search.more')}
        </Button>
      )}
    </div>
  );
}

interface FoundProps {
  readonly message: Message;
  readonly highlights: readonly string[];
  readonly place: { readonly href: string; readonly name: string } | null;
}

function Found({ message, highlights, place }: FoundProps) {
  const language = useLanguage();
  const at = new Date(message.createdAt);
  const texts = highlights.length > 0 ? highlights : [message.content];
  const card = 'grid grid-cols-[minmax(0,1fr)] gap-1.5 rounded-card border border-line bg-surface-2 p-3 text-left';
  const inside = (
    <>
      <span className="flex min-w-0 items-center gap-2 text-label text-text-3">
        <Avatar id={message.author.id} name={message.author.displayName} url={message.author.avatarUrl} size={20} />
        <span className="truncate text-meta font-semibold text-text-1" dir="auto">
          {message.author.displayName}
        </span>
        {place && <span className="max-w-2/5 shrink-0 truncate">#{place.name}</span>}
        <time dateTime={message.createdAt} title={fullDateTime(language, at)} className="ml-auto shrink-0 pl-1">
          {briefDate(language, at, new Date())}
        </time>
      </span>
      <span className="line-clamp-4 text-meta break-words whitespace-pre-line text-text-2" dir="auto">
        {texts.map((text, i) => (
          <span key={i}>
            {i > 0 && ' … '}
            {fragmentsOf(text).map((fragment, j) =>
              fragment.match ? (
                <mark key={j} className="rounded-[3px] bg-accent/26 px-0.5 font-medium text-text-1">
                  {fragment.text}
                </mark>
              ) : (
                fragment.text
              ),
            )}
          </span>
        ))}
      </span>
    </>
  );
  return place === null ? (
    <div className={card}>{inside}</div>
  ) : (
    <Link href={place.href} className={cx(card, 'transition-colors hover:border-tint/24 hover:bg-surface-3')}>
      {inside}
    </Link>
  );
}
