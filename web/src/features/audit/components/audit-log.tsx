import { ScrollText, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Author } from '@/gateway/contract/message';
import { problemText } from '@/gateway/problem-text';
import { dayName, useLanguage, useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Delayed } from '@/shared/ui/delayed';
import { Empty } from '@/shared/ui/empty';
import { Failure } from '@/shared/ui/failure';
import { Icon } from '@/shared/ui/icon';
import { laterOverlay } from '@/shared/ui/later';
import { SelectField } from '@/shared/ui/select-field';
import type { AuditFilter } from '../api/list-audit-log';
import { actions } from '../model/actions';
import { daysOf } from '../model/days';
import { label } from '../model/sentence';
import { useAuditLog } from '../model/use-audit-log';
import { AuditRow } from './audit-row';
import { ExportMenu } from './export-menu';

const UndoAllDialog = laterOverlay(() => import('./undo-all-dialog'));

interface AuditLogProps {
  readonly serverId: Id;
}

/** Who did what to a server, the newest first, by the day. */
export default function AuditLog({ serverId }: AuditLogProps) {
  const t = useText();
  const language = useLanguage();
  const [filter, setFilter] = useState<AuditFilter>({});
  const [now] = useState(() => new Date());
  const { data, error, isError, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAuditLog(serverId, filter);
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  const people = usePeople(entries.map((entry) => entry.actor));
  const person = people.find((one) => one.id === filter.actor);
  const [undoing, setUndoing] = useState(false);

  return (
    <section aria-label={t('audit.title')} className="grid gap-4">
      <div className="grid grid-cols-[repeat(2,minmax(0,220px))_1fr] items-end gap-3 max-tablet:grid-cols-2">
        <SelectField
          label={t('audit.byPerson')}
          value={filter.actor ?? ''}
          onChange={(actor) => setFilter({ ...filter, actor: actor || undefined })}
          options={[{ value: '', label: t('audit.everyone') }, ...people.map((one) => ({ value: one.id, label: one.displayName }))]}
        />
        <SelectField
          label={t('audit.byKind')}
          value={filter.action ?? ''}
          onChange={(action) => setFilter({ ...filter, action: action || undefined })}
          options={[{ value: '', label: t('audit.everything') }, ...actions.map((one) => ({ value: one, label: label(t, one) }))]}
        />
        <div className="flex flex-wrap justify-end gap-2 max-tablet:col-span-2">
          {person && (
            <Button look="quiet" onClick={() => setUndoing(true)}>
              <Icon of={Undo2} />
              {t('audit.undoAll')}
            </Button>
          )}
          <ExportMenu serverId={serverId} filter={filter} />
        </div>
      </div>
      {isError ? (
        <Failure title={t('audit.failed')} body={problemText(t, error)} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Delayed>
          <div role="status" aria-label={t('app.loading')} className="grid gap-4 py-2">
            {[70, 55, 80, 60, 75].map((width) => (
              <span key={width} className="flex items-center gap-3">
                <span className="skeleton size-8 rounded-full!" />
                <span className="skeleton h-4" style={{ width: `${width}%` }} />
              </span>
            ))}
          </div>
        </Delayed>
      ) : entries.length === 0 && !hasNextPage ? (
        filter.actor === undefined && filter.action === undefined ? (
          <Empty icon={ScrollText} title={t('audit.empty')} body={t('audit.emptyBody')} />
        ) : (
          <Empty icon={ScrollText} title={t('audit.none')} body={t('audit.noneBody')}>
            <Button look="quiet" onClick={() => setFilter({})}>
              {t('audit.showAll')}
            </Button>
          </Empty>
        )
      ) : (
        <>
          {daysOf(entries).map(({ date, entries: done }) => (
            <section key={date.toDateString()} className="grid gap-1">
              <h2 className="sticky top-0 z-10 border-b border-line bg-surface-2 py-2 text-meta font-semibold text-text-2">
                {dayName(language, date, now)}
              </h2>
              <ul>
                {done.map((entry) => (
                  <AuditRow key={entry.position} serverId={serverId} now={now} entry={entry} />
                ))}
              </ul>
            </section>
          ))}
          {hasNextPage && <More busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
        </>
      )}
      {person && (
        <UndoAllDialog
          key={person.id}
          serverId={serverId}
          person={person}
          open={undoing}
          onClose={() => setUndoing(false)}
        />
      )}
    </section>
  );
}

/** Whoever was seen in the log stays to be chosen, also when a filter shows others. */
function usePeople(seen: readonly Author[]): readonly Author[] {
  const [known, setKnown] = useState<ReadonlyMap<Id, Author>>(new Map());
  const fresh = seen.filter((one) => !known.has(one.id));
  if (fresh.length > 0) setKnown(new Map([...known, ...fresh.map((one) => [one.id, one] as const)]));
  return [...known.values()].toSorted((a, b) => a.displayName.localeCompare(b.displayName));
}

/** Asks for the next page as it comes into view; a button as well, for who has no view to scroll. */
function More({ busy, onMore }: { readonly busy: boolean; readonly onMore: () => void }) {
  const t = useText();
  const mark = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  useEffect(() => {
    latest.current = onMore;
  });
  useEffect(() => {
    if (mark.current === null || busy) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && latest.current(), { rootMargin: '600px' });
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [busy]);
  return (
    <div ref={mark}>
      <Button look="quiet" size="small" className="w-full" disabled={busy} onClick={onMore}>
        {t('audit.more')}
      </Button>
    </div>
  );
}
