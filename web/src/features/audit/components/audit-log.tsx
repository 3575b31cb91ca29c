import { ScrollText, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { AuditTarget } from '@/gateway/contract/audit';
import type { Id } from '@/gateway/contract/ids';
import type { Author } from '@/gateway/contract/message';
import { problemText } from '@/gateway/problem-text';
import { dayName, useLanguage, useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Delayed } from '@/shared/ui/delayed';
import { Empty } from '@/shared/ui/empty';
import { Failure } from '@/shared/ui/failure';
import { TextField } from '@/shared/ui/field';
import { Icon } from '@/shared/ui/icon';
import { laterOverlay } from '@/shared/ui/later';
import { SelectField } from '@/shared/ui/select-field';
import type { AuditFilter } from '../api/list-audit-log';
import { actions } from '../model/actions';
import { daysOf } from '../model/days';
import { fromField } from '../model/local-time';
import { label } from '../model/sentence';
import { useAuditLog } from '../model/use-audit-log';
import { AuditRow } from './audit-row';
import { ExportMenu } from './export-menu';

const UndoAllDialog = laterOverlay(() => import('./undo-all-dialog'));

/** What can be asked about by its id. */
export interface Thing {
  readonly id: Id;
  readonly name: string;
}

interface AuditLogProps {
  readonly serverId: Id;
  /** What is there; what is gone is known as soon as it is seen in the log. */
  readonly things?: readonly Thing[];
}

const nothing: readonly Thing[] = [];

/** Who did what to a server, the newest first, by the day. */
export default function AuditLog({ serverId, things: there = nothing }: AuditLogProps) {
  const t = useText();
  const language = useLanguage();
  const [filter, setFilter] = useState<AuditFilter>({});
  const [now] = useState(() => new Date());
  const { data, error, isError, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAuditLog(serverId, filter);
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  const people = usePeople(entries.map((entry) => entry.actor));
  const things = useThings(
    serverId,
    there,
    entries.flatMap((entry) => [entry.target, entry.related]),
  );
  const person = people.find((one) => one.id === filter.actor);
  const [undoing, setUndoing] = useState(false);

  return (
    <section aria-label={t('audit.title')} className="grid gap-4">
      <div className="grid grid-cols-3 items-end gap-3 max-tablet:grid-cols-2">
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
        <SelectField
          label={t('audit.byTarget')}
          value={filter.target ?? ''}
          onChange={(target) => setFilter({ ...filter, target: target || undefined })}
          options={[{ value: '', label: t('audit.anything') }, ...things.map((one) => ({ value: one.id, label: one.name }))]}
        />
        <div className="min-w-0 max-tablet:col-span-2">
          <Time label={t('audit.from')} value={filter.from} onChange={(from) => setFilter({ ...filter, from })} />
        </div>
        <div className="min-w-0 max-tablet:col-span-2">
          <Time label={t('audit.to')} value={filter.to} onChange={(to) => setFilter({ ...filter, to })} />
        </div>
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
        Object.values(filter).every((one) => one === undefined) ? (
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
          key={`${person.id} ${filter.from ?? ''}`}
          serverId={serverId}
          person={person}
          since={filter.from}
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

const named: ReadonlySet<string> = new Set(['channel', 'role', 'member']);

/** As people: what was seen stays to be chosen. The role of everyone has the id of the server, that is of much else. */
function useThings(serverId: Id, there: readonly Thing[], seen: readonly (AuditTarget | undefined)[]): readonly Thing[] {
  const [known, setKnown] = useState<ReadonlyMap<Id, string>>(new Map());
  const fresh = seen.flatMap((one) =>
    one?.name !== undefined && named.has(one.kind) && one.id !== serverId && !known.has(one.id)
      ? [[one.id, one.name] as const]
      : [],
  );
  if (fresh.length > 0) setKnown(new Map([...known, ...fresh]));
  const present = new Set(there.map(({ id }) => id));
  const gone = [...known].filter(([id]) => !present.has(id)).map(([id, name]) => ({ id, name }));
  return [...there, ...gone].toSorted((a, b) => a.name.localeCompare(b.name));
}

interface TimeProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (time: string | undefined) => void;
}

/** A time, of the one who looks. What is typed halfway is none yet, and stays as it is. */
function Time({ label, value, onChange }: TimeProps) {
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(value);
  if (value !== shown) {
    setShown(value);
    if (value === undefined) setTyped('');
  }
  return (
    <TextField
      type="datetime-local"
      label={label}
      value={typed}
      onChange={(event) => {
        const time = fromField(event.target.value)?.toISOString();
        setTyped(event.target.value);
        setShown(time);
        onChange(time);
      }}
    />
  );
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
